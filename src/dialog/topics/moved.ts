import { yearOf } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ActivityChange } from "#src/domain/requests/activity-change.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { audienceOf, isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { findPlanKind } from "../plan/plan-kind.ts";
import { withoutUnchanged } from "../plan/without-unchanged.ts";
import { readChange } from "../read-change.ts";
import { findDayMoved } from "../day-moved.ts";
import { readMoveBy } from "../read-move.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask } from "../turns.ts";
import { activityIn } from "./activity.ts";
import { hearHeldBefore } from "./held-before.ts";
import { hearNoted } from "./noted.ts";
import type { Said } from "./report.ts";

const EVENT = "(?:活动|会议?|视察|调研|培训|学习|评议|接待日?|执法检查|座谈|[活]-?\\d{4}-?\\d+)";
const TURNS =
  "(?:改到|改在|改成|改为|改去|改期到|推迟到|推到|提前到|挪到|延到|延期到|延后到|换到|换成|换在|调到|调整到|调整为|变更为|改(?=线上|网上|视频|腾讯))";
const ORDER = "^(?:请|麻烦|帮我|把|将){0,4}";
// 12月3号的活动改到4号下午两点半, 活-2026-003推迟到下周五, 把培训改到三楼会议室; 改到10号 right after one was published.
const MOVES = new RegExp(
  `${ORDER}(?<what>(?:[^?]*?${EVENT}[^?,]*?)?)[,\\s]*(?:时间|地点|地方|日子|日期)?(?:临时|要|得)?${TURNS}(?<to>[^?]+)$`,
  "u",
);
// 9号的培训换个地方,在文化站: that it is another is said first, and then which.
const ANOTHER = new RegExp(
  `${ORDER}(?<what>(?:[^?]*?${EVENT})?)的?(?:(?:要|得)?(?:改|换)一?[个下](?:时间|(?<spot>地方|地点)|日子)|(?:时间|(?<where>地点|地方))(?:有?变(?:了|化|更|动)?了?|调整了?|改了?|换了?))[,:\\s]*(?:改|换|就)?(?:到|在|去|成|为|是)?(?<to>[^?]+)$`,
  "u",
);
// 推迟一天, 提前半小时: so far from where it is.
const SHIFTS = new RegExp(
  `${ORDER}(?<what>(?:[^?]*?${EVENT}[^?,]*?)?)[,\\s]*(?:时间|要|得|再)*(?=推迟|延后|延期|推后|顺延|往后|提前|提早|往前)(?<far>[^?,]+)$`,
  "u",
);
/** Longer than that it is told, not ordered. */
const LONGEST = 120;
const FILED = /[履意建]-?\d{4}/u;

/**
 * Staff say in their own words that an activity is moved: by its number, by the day on which it was to be, by what it
 * is, or right after it was shown. A day without its month or week is near the old one. Undefined for all else.
 */
export function hearMoved(dialog: Dialog, { text, messageId, at }: Said, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker) || text.length > LONGEST) return undefined;
  const before = hearHeldBefore(dialog, { text, messageId, at }, facts);
  if (before !== undefined) return before;
  const order = readOrder(text, facts, isStaffOnly(facts) && dialog.filed === undefined);
  if (order === undefined)
    return hearPutOff(dialog, text, facts) ?? hearNoted(dialog, { text, messageId, at }, facts);
  const { what, change } = order;
  const activity = activityIn(what) ?? (what === "" ? dialog.meeting : undefined);
  if (activity !== undefined)
    return ask(dialog, { do: "activity.change-preview", messageId, activity, change });
  if (what === "") return undefined;
  const [held] = findDates(withoutNumbers(what), { today: facts.today, prefer: "future" }).filter(
    (one) => !one.wide && !one.doubtful && one.start >= facts.today,
  );
  const kind = findPlanKind(what) ?? "other";
  if (held !== undefined)
    return yearOf(held.start) - yearOf(facts.today) > 1
      ? undefined
      : ask(dialog, { do: "activity.change-on", messageId, heldOn: held.start, kind, change });
  if (facts.people.some((name) => what.includes(name)) || OVER.test(what)) return undefined;
  if (kind !== "other") return ask(dialog, { do: "activity.change-on", messageId, kind, change });
  if (dialog.meeting !== undefined)
    return ask(dialog, { do: "activity.change-preview", messageId, activity: dialog.meeting, change });
  return isStaffOnly(facts) ? ask(dialog, { do: "activity.change-on", messageId, change }) : undefined;
}

const isStaffOnly = (facts: Facts): boolean => ["staff", "office"].includes(audienceOf(facts));

// 培训延期,时间待定: nothing is without its day, and nothing is called off that was not said to be.
function hearPutOff(dialog: Dialog, text: string, { people, today }: Facts): Turn | undefined {
  const line = text.normalize("NFKC").replace(/[\s.\u3002!]+/gu, "");
  const { what } = PUTS_OFF.exec(line)?.groups ?? {};
  if (what === undefined || OVER.test(what) || people.some((name) => what.includes(name))) return undefined;
  if (what === "" && dialog.meeting === undefined) return undefined;
  const days = findDates(what, { today, prefer: "future" });
  if (days.some((one) => one.start < today)) return undefined;
  return {
    next: dialog,
    replies: [{ kind: "activity.leave-hint", of: "puts-off" }],
    request: { do: "activity.list" },
  };
}
const OPEN_DAY =
  "(?:时间|日期|日子|具体|新的)*(?:待定|未定|没定|另定|再定|另行通知|再通知|等通知|另等通知|以后再说)";
const PUTS_OFF = new RegExp(
  `${ORDER}(?<what>(?:[^?]{0,20}?${EVENT})?)(?:先|暂时|临时|要|得|就)?(?:延期|推迟|延后|推后|改期|改时间|改天|顺延|往后推)(?:了|吧|举行|召开|进行|再开)*(?:,?${OPEN_DAY})?$`,
  "u",
);

function readOrder(
  text: string,
  facts: Facts,
  staffOnly: boolean,
): { readonly what: string; readonly change: ActivityChange } | undefined {
  const line = withoutUnchanged(
    text
      .normalize("NFKC")
      .trim()
      .replace(/[\u3002.!了]+$/u, ""),
  );
  const shifted = SHIFTS.exec(line)?.groups;
  const from = shifted === undefined ? undefined : readMoveBy(shifted["far"] ?? "");
  const another = ANOTHER.exec(line)?.groups;
  const ofDays =
    from === undefined && another === undefined && staffOnly ? findDayMoved(line, facts) : undefined;
  const said = from === undefined ? (another ?? MOVES.exec(line)?.groups ?? ofDays) : shifted;
  const { what, to } = said ?? {};
  if (what === undefined || FILED.test(what)) return undefined;
  const change = from === undefined ? changeTo(to, line, another, facts) : { from };
  return Object.keys(change).length === 0 ? undefined : { what: what.trim(), change };
}

// 换个地方,去文化站: whatever it is called, it is the place. 改去看学校 is what it is about.
function changeTo(
  to: string,
  line: string,
  another: Readonly<Record<string, string | undefined>> | undefined,
  facts: Facts,
): ActivityChange {
  const plain = to.replace(/(?:召开|举行|开会|集合|开)?[吧嘛哈]?$/u, "");
  const change = readChange(plain, facts, line);
  if (Object.keys(change).length > 0 || plain.length > LONGEST_PLACE) return change;
  const isPlace = another?.["spot"] !== undefined || another?.["where"] !== undefined;
  if (isPlace || ONLINE.test(plain)) return { place: plain };
  return ABOUT.test(plain) ? { content: plain.replace(/^去/u, "") } : change;
}
const LONGEST_PLACE = 20;
const ONLINE = /^(?:线上|网上|视频|腾讯|钉钉)/u;
const ABOUT = /^(?:去)?(?:看|参观|视察|检查|走访|学习|学|讨论|讲|座谈)[\u4e00-\u9fff]{2,}/u;

// 昨天的座谈会 was: nothing of it moves.
const OVER = /昨|前天|上个?[周月]|刚|了/u;
