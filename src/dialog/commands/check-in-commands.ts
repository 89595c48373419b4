import { withoutNumbers } from "../spoken-number.ts";
import { isStaff } from "../audience.ts";
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

/** Shows staff the code of what they name, or of what was shown last; without either what there is today. */
export const show: Command = (dialog, rest, _said, { today, speaker }) => {
  const activity = activityIn(rest) ?? (isStaff(speaker) ? dialog.meeting : undefined);
  if (activity !== undefined) return ask(dialog, { do: "check-in.show", activity });
  const refused = { kind: "attendance.refused", why: "no-number" } as const;
  if (!isStaff(speaker)) return say(dialog, refused);
  return {
    next: dialog,
    replies: [{ kind: "check-in.which" }],
    request: { do: "activity.list", within: { from: today, to: today } },
  };
};

// 把今天活动的签到码给我, 签到码发一下.
const WANTS_CODE =
  /^(?:请|麻烦|帮我|帮忙|把|给我|发|看|要|拿|一下|一个|今天|今日|上午|下午|这|那|场|个|次|小组|活动|会议?|的|[\s,])*签到码(?:给我|发|一下|我|出来|看|是|多少|是什么|呢|吧|啊|哈|[?!\u3002\s])*$/u;

/** True for words that want the code of the moment and nothing else. */
export const wantsCode = (line: string): boolean => WANTS_CODE.test(line);

/** Checking in by a code that staff show. */
export const CHECK_IN_COMMANDS: Commands = { 签到: enter, 签到码: show };
