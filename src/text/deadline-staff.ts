import { daysBetween, type Day } from "#src/domain/day.ts";
import type { ReminderItem } from "#src/domain/requests/deadline.ts";
import { day, short } from "./format.ts";
import type { ItemWords } from "./item-words.ts";
import { nearDay } from "./near-day.ts";
import { fixExample, undatedWhole } from "./undated.ts";
import { says } from "./rendered.ts";
import { waitingCounts } from "./todo.ts";

/** A suggestion that nobody has given to a unit yet, in words. */
export function caseWords(
  { number, title, dueOn }: Extract<ReminderItem, { of: "case" }>,
  today: Day,
): ItemWords {
  const left = daysBetween(today, dueOn);
  const when = left < 0 ? `已超期${-left}天` : left === 0 ? "今天到期" : `${day(dueOn)}到期`;
  return {
    lines: [`待交办:${number}`, `“${short(title, 40)}”`, `交办期限:${when}`, "请确定承办单位。"],
    line: `${number} ${short(title, 20)}:交办${when}`,
    taps: [says("待办")],
  };
}

/** A planned activity whose day is still to be fixed, in words. */
export function undatedWords({ undated }: Extract<ReminderItem, { of: "undated" }>): ItemWords {
  return {
    lines: [
      `该定日期了:${undatedWhole(undated)}`,
      `请说:${fixExample(undated.number)}`,
      "定下来才通知代表。",
    ],
    line: `${undatedWhole(undated)}:该定日期了`,
    taps: [says("待办 日期")],
  };
}

const MOST_NAMES = 8;

/** Wishes for leave that wait while their activity is near, in words. */
export function leavesWords(
  { activity, names }: Extract<ReminderItem, { of: "leaves" }>,
  today: Day,
): ItemWords {
  const when = `${nearDay(activity.on, today)}${activity.time}`;
  // Abroad the names are left out.
  const count = names.length === 0 ? "" : `${names.length}份`;
  const who = `${names.slice(0, MOST_NAMES).join("、")}${names.length > MOST_NAMES ? "等" : ""}`;
  return {
    lines: [
      `${when}${activity.title}快开始了。`,
      `还有${count}请假等您批${who === "" ? "。" : `:${who}`}`,
      "请在开始之前定下来,不批就一直算没有批准。",
    ],
    line: `${when} ${short(activity.title, 20)}:${count}请假没批${who === "" ? "" : `(${who})`}`,
    taps: [says("待批的请假", "待办 请假")],
  };
}

/** The week's summary for staff, in words. */
export function digestWords(item: Extract<ReminderItem, { of: "digest" }>): ItemWords {
  const { desk, late, silent, silentDays, silentNames } = item;
  const more = silent > silentNames.length ? "等" : "";
  const waiting = waitingCounts(desk);
  const parts = [
    ...waiting,
    ...(late > 0 ? [`有事项到期没交 ${late} 人`] : []),
    ...(silent > 0 ? [`近${silentDays}天没有履职记录 ${silent} 人:${silentNames.join("、")}${more}`] : []),
  ];
  return {
    lines: ["本周情况:", ...inPairs(parts), "点下面可以接着办。"],
    line: parts.join(";"),
    taps: [
      ...(waiting.length > 0 ? [says("待办")] : []),
      ...(desk.objections > 0 ? [says("待办 异议")] : []),
      ...(late > 0 ? [says("未交")] : []),
      ...(silent > 0 ? [says("未报 本月")] : []),
    ],
  };
}

// An answer has eight lines at most: where much waits, two things stand in one.
const inPairs = (parts: readonly string[]): readonly string[] =>
  parts.length <= 6
    ? parts
    : parts.flatMap((part, at) => (at % 2 === 0 ? [[part, ...parts.slice(at + 1, at + 2)].join(";")] : []));
