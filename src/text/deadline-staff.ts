import { daysBetween, type Day } from "#src/domain/day.ts";
import type { ReminderItem } from "#src/domain/requests/deadline.ts";
import { day, short } from "./format.ts";
import type { ItemWords } from "./item-words.ts";
import { fixExample, undatedWhole } from "./undated.ts";
import { says } from "./rendered.ts";

/** A suggestion that nobody has given to a unit yet, in words. */
export function caseWords(
  { number, title, dueOn }: Extract<ReminderItem, { of: "case" }>,
  today: Day,
): ItemWords {
  const left = daysBetween(today, dueOn);
  const when = left < 0 ? `已超期${-left}天` : left === 0 ? "今天到期" : `${day(dueOn, today)}到期`;
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

/** The week's summary for staff, in words. */
export function digestWords(item: Extract<ReminderItem, { of: "digest" }>): ItemWords {
  const { pendingLeaves, unfinalised, unassigned, late, silent, silentDays, silentNames } = item;
  const { submissions, unverified, cases, objections, undated } = item;
  const more = silent > silentNames.length ? "等" : "";
  const parts = [
    ...(pendingLeaves > 0 ? [`待批请假 ${pendingLeaves} 件`] : []),
    ...(unfinalised > 0 ? [`待定稿的活动 ${unfinalised} 次`] : []),
    ...(cases > 0 ? [`缺席线索 ${cases} 件`] : []),
    ...(objections > 0 ? [`待决定的异议 ${objections} 件`] : []),
    ...(submissions > 0 ? [`待收的报告 ${submissions} 份`] : []),
    ...(unverified > 0 ? [`待核实的记录 ${unverified} 条`] : []),
    ...(undated > 0 ? [`日期待定的活动 ${undated} 场`] : []),
    ...(unassigned > 0 ? [`待交办建议 ${unassigned} 件`] : []),
    ...(late > 0 ? [`有事项到期没交 ${late} 人`] : []),
    ...(silent > 0 ? [`近${silentDays}天没有履职记录 ${silent} 人:${silentNames.join("、")}${more}`] : []),
  ];
  return {
    lines: ["本周情况:", ...parts, "点下面可以接着办。"],
    line: parts.join(";"),
    taps: [
      ...(pendingLeaves + unfinalised + submissions + unverified + cases + objections + undated > 0
        ? [says("待办")]
        : []),
      ...(objections > 0 ? [says("待办 异议")] : []),
      ...(late > 0 ? [says("未交")] : []),
      ...(silent > 0 ? [says("未报 本月")] : []),
    ],
  };
}
