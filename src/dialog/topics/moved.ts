import { addDays, type Day, yearOf } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ActivityChange } from "#src/domain/requests/activity-change.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { findPlanKind } from "../plan/plan-kind.ts";
import { readChange } from "../read-change.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask } from "../turns.ts";
import { activityIn } from "./activity.ts";
import type { Said } from "./report.ts";

const EVENT = "(?:活动|会议?|视察|调研|培训|学习|评议|接待日?|执法检查|座谈|[活]-?\\d{4}-?\\d+)";
const TURNS =
  "(?:改到|改在|改成|改为|改去|改期到|推迟到|推到|提前到|挪到|延到|延期到|延后到|换到|换成|换在|调到|调整到|调整为|变更为)";
// 12月3号的活动改到4号下午两点半, 活-2026-003推迟到下周五, 把培训改到三楼会议室.
const MOVES = new RegExp(
  `^(?:请|麻烦|帮我|把|将)*(?<what>[^?]*?${EVENT}[^?,]*?)[,\\s]*(?:时间|地点|地方)?(?:临时)?${TURNS}(?<to>[^?]+)$`,
  "u",
);
// 9号的培训换个地方,在文化站: that it is another is said first, and then which.
const ANOTHER = new RegExp(
  `^(?:请|麻烦|帮我|把|将)*(?<what>[^?]*?${EVENT})的?(?:(?:要|得)?(?:改|换)一?[个下](?:时间|(?<spot>地方|地点)|日子)|(?:时间|(?<where>地点|地方))(?:有?变(?:了|化|更|动)?了?|调整了?|改了?|换了?))[,:\\s]*(?:改|换|就)?(?:到|在|去|成|为|是)?(?<to>[^?]+)$`,
  "u",
);
// 推迟一天, 提前两天, 延后一周: so far from where it is.
const SHIFTS = new RegExp(
  `^(?:请|麻烦|帮我|把|将)*(?<what>[^?]*?${EVENT}[^?,]*?)(?:时间)?(?<way>推迟|延后|延期|推后|往后推|提前)(?<count>[\\d一二两三四五六七八九十]{1,2})(?<unit>天|周|个?星期|个?礼拜)$`,
  "u",
);
/** Longer than that it is told, not ordered. */
const LONGEST = 120;
const FILED = /[履意建]-?\d{4}/u;

/**
 * Staff say in their own words that an activity is moved: by its number, by the day on which it was to be, or by what it
 * is. Read from the day it was to be: of what was to be on 31 December, 改到3号 is in January. Undefined for all else.
 */
export function hearMoved(dialog: Dialog, { text, messageId }: Said, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker) || text.length > LONGEST) return undefined;
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/[\u3002.!了]+$/u, "");
  const shifted = SHIFTS.exec(line)?.groups;
  const another = ANOTHER.exec(line)?.groups;
  const { what, to } = shifted ?? another ?? MOVES.exec(line)?.groups ?? {};
  if (what === undefined || FILED.test(what)) return undefined;
  const activity = activityIn(what);
  const [held] = findDates(withoutNumbers(what), { today: facts.today, prefer: "future" }).filter(
    (one) => !one.wide && !one.doubtful && one.start >= facts.today,
  );
  const change =
    shifted === undefined
      ? changeTo(to ?? "", another, { ...facts, today: held?.start ?? facts.today })
      : shiftOf(shifted, held?.start);
  if (Object.keys(change).length === 0) return undefined;
  if (activity !== undefined)
    return ask(dialog, { do: "activity.change-preview", messageId, activity, change });
  const kind = findPlanKind(what) ?? "other";
  if (held !== undefined)
    return yearOf(held.start) - yearOf(facts.today) > 1
      ? undefined
      : ask(dialog, { do: "activity.change-on", messageId, heldOn: held.start, kind, change });
  return kind === "other" || facts.people.some((name) => what.includes(name)) || OVER.test(what)
    ? undefined
    : ask(dialog, { do: "activity.change-on", messageId, kind, change });
}

// 换个地方,去文化站: whatever it is called, it is the place.
function changeTo(
  to: string,
  another: Readonly<Record<string, string | undefined>> | undefined,
  facts: Facts,
): ActivityChange {
  const plain = to.replace(/(?:召开|举行|开会|集合|开)?[吧嘛哈]?$/u, "");
  const change = readChange(plain, facts);
  const isPlace = another?.["spot"] !== undefined || another?.["where"] !== undefined;
  return isPlace && Object.keys(change).length === 0 && plain.length <= LONGEST_PLACE
    ? { place: plain }
    : change;
}
const LONGEST_PLACE = 20;

// 昨天的座谈会 was: nothing of it moves.
const OVER = /昨|前天|上个?[周月]|刚|了/u;

function shiftOf(said: Readonly<Record<string, string>>, held: Day | undefined): ActivityChange {
  if (held === undefined) return {};
  const count =
    Number(said["count"]) || "零一二三四五六七八九十".indexOf((said["count"] ?? "").replace("两", "二"));
  const days = count * (said["unit"] === "天" ? 1 : 7);
  return days <= 0 ? {} : { on: addDays(held, said["way"] === "提前" ? -days : days) };
}
