import { readChange } from "../read-change.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { activityIn } from "../topics/activity.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const change: Command = (dialog, rest, { messageId }, facts) => {
  const activity = activityIn(rest);
  if (activity === undefined) return say(dialog, { kind: "activity.refused", why: "activity-unknown" });
  const read = readChange(withoutNumbers(rest), facts);
  return ask(dialog, { do: "activity.change-preview", messageId, activity, change: read });
};

/** Changing what was published. */
export const CHANGE_COMMANDS: Commands = { 改活动: change, 活动改期: change, 改期: change };
