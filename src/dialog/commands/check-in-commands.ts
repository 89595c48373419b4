import { withoutNumbers } from "../spoken-number.ts";
import { activityIn } from "../topics/activity.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

/** A deputy checks in. */
export const enter: Command = (dialog, rest) => {
  const activity = activityIn(rest);
  const code = /(?<!\d)\d{4}(?!\d)/u.exec(withoutNumbers(rest))?.[0];
  if (code === undefined) return say(dialog, { kind: "check-in.no-code" });
  return ask(dialog, { do: "check-in.enter", code, ...(activity === undefined ? {} : { activity }) });
};

const show: Command = (dialog, rest) => {
  const activity = activityIn(rest);
  return activity === undefined
    ? say(dialog, { kind: "attendance.refused", why: "no-number" })
    : ask(dialog, { do: "check-in.show", activity });
};

/** Checking in by a code that staff show. */
export const CHECK_IN_COMMANDS: Commands = { 签到: enter, 签到码: show };
