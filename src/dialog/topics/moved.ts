import { yearOf } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readChange } from "../read-change.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask } from "../turns.ts";
import { activityIn } from "./activity.ts";
import type { Said } from "./report.ts";

// 12月3号的活动改到4号下午两点半, 活-2026-003推迟到下周五.
const MOVES =
  /^(?<what>[^?]*?(?:活动|会议?|视察|调研|培训|学习|评议|接待日?|执法检查|[活]-?\d{4}-?\d+)[^?,]*?)[,\s]*(?:时间|地点|地方)?(?:临时)?(?:改到|改在|改成|改为|改期到|推迟到|推到|提前到|挪到|延到|延期到|延后到|换到|换成|调到|调整到)(?<to>[^?]+)$/u;
/** Longer than that it is told, not ordered. */
const LONGEST = 120;
const FILED = /[履意建]-?\d{4}/u;

/**
 * Staff say in their own words that an activity is moved: by its number, or by the day on which it was to be. Read
 * from the day it was to be: of what was to be on 31 December, 改到3号 is in January. Undefined for all else.
 */
export function hearMoved(dialog: Dialog, { text, messageId }: Said, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker) || text.length > LONGEST) return undefined;
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/[\u3002.!]+$/u, "");
  const { what, to } = MOVES.exec(line)?.groups ?? {};
  if (what === undefined || to === undefined || FILED.test(what)) return undefined;
  const activity = activityIn(what);
  const [held] = findDates(withoutNumbers(what), { today: facts.today, prefer: "future" }).filter(
    (one) => !one.wide && !one.doubtful && one.start >= facts.today,
  );
  const change = readChange(to, { ...facts, today: held?.start ?? facts.today });
  if (Object.keys(change).length === 0) return undefined;
  if (activity !== undefined)
    return ask(dialog, { do: "activity.change-preview", messageId, activity, change });
  return held === undefined || yearOf(held.start) - yearOf(facts.today) > 1
    ? undefined
    : ask(dialog, { do: "activity.change-on", messageId, heldOn: held.start, change });
}
