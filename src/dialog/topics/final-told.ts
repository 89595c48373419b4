import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { findMeantActivity } from "../meant-activity.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask } from "../turns.ts";
import { activityIn } from "./activity.ts";

// 昨天的活动定稿, 今天的活动可以定稿了, 把22号的评议定稿吧, 活-2026-003可以定稿了.
const FINAL =
  /^(?:请|麻烦|帮我|帮忙|给我|把|将){0,4}[^,?]{0,24}?(?:可以|能|要|该|都|就|现在|先|请|帮我|给|考勤|签到|到会|登记|[,\s]){0,8}定(?:个)?稿(?:一下|一哈|了|吧|哈|嘛|啦)*$/u;
// 定稿昨天的活动.
const FINAL_OF =
  /^(?:请|麻烦|帮我|帮忙|给我)*定(?:个)?稿(?:一下)?[^,?]{0,14}(?:活动|会议?|视察|调研|培训|学习|评议|接待日?|检查)(?:吧|了)?$/u;
const ELSE = /没(?:有)?定稿|还没|未定稿|不(?:要|能|用)?定稿|别定稿|[?]|[吗呢么]$|谁|哪|报告|文件|讲话|材料/u;

/** Staff say in their own words that the register of an activity is final: its card is shown. Undefined for all else. */
export function hearFinalTold(dialog: Dialog, text: string, { today }: Facts): Turn | undefined {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/[.!\u3002]+$/u, "");
  if (ELSE.test(line) || !(FINAL.test(line) || FINAL_OF.test(line))) return undefined;
  const activity = activityIn(line) ?? (THIS.test(line) ? dialog.meeting : undefined);
  if (activity !== undefined) return ask(dialog, { do: "attendance.finalise", activity });
  const words = withoutNumbers(line);
  // 方案定稿了 is of something else.
  return THIS.test(line) || findMeantActivity(words, today, "past") !== undefined
    ? hearFinalOf(dialog, words, today)
    : undefined;
}
const THIS = /^(?:把|将|这个?|那个?|这场|那场|活动|它|就|可以|请|帮我|了|考勤)*定(?:个)?稿/u;

/** The card of the activity that words name by its day; of none that they name, what waits is listed. */
export function hearFinalOf(dialog: Dialog, words: string, today: Facts["today"]): Turn {
  const meant = findMeantActivity(words, today, "past");
  return meant === undefined || meant.days.length === 0
    ? ask(dialog, { do: "figures.todo", what: "unfinalised" })
    : ask(dialog, { do: "activity.of-day", ...meant, wanted: { do: "attendance.finalise" } });
}
