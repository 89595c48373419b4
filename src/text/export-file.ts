import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { ExportData } from "#src/domain/figures/export-data.ts";
import { CUTS } from "#src/domain/figures/figure-basis.ts";
import { RECORD_MARKS } from "#src/domain/figures/record-mark.ts";
import type { Tally } from "#src/domain/figures/figure-view.ts";
import type { SheetPlan, SheetValue, WholeSheet } from "#src/domain/sheet.ts";
import { kindName, period, subjectWords } from "./figure-words.ts";
import { COLUMNS } from "./sheet-columns.ts";
import { typeset } from "./typeset.ts";
import { withYears } from "./years.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** How a table is called. */
export const exportFile = ({ subject }: ExportData): { readonly name: string; readonly type: string } => ({
  name: `履职统计-${(subject.whose ?? "本人").replace(/[^\p{L}\p{N}]/gu, "")}-${subject.from}至${subject.to}.xlsx`,
  type: TYPE,
});

const { text, number, day, named } = COLUMNS;

const KINDS = Object.fromEntries(Object.entries(DUTY_KINDS).map(([kind, { name }]) => [kind, name]));
const STATES = { confirmed: "本人已确认", verified: "已核实", returned: "已退回" };
const SOURCES = {
  chat: "本人报",
  staff: "代报",
  activity: "活动考勤",
  suggestion: "建议议案",
  import: "导入",
};

/** The sheet of every record: the columns that the database's lines fill, in their order. */
export const recordsSheet = ({ units }: Pick<ExportData, "units">): SheetPlan => ({
  name: "明细",
  isLast: true,
  columns: [
    text("编号", 16),
    named("类型", 14, KINDS),
    day("开始日期"),
    day("结束日期"),
    text("代表", 10),
    text("镇街", 14),
    text("代表小组", 18),
    text("联络站", 18),
    text("地点", 18),
    text("内容", 50),
    number("计次"),
    { head: "所报数量", width: 16, as: "amounts", names: COUNT_UNITS },
    ...units.map((unit) => number(`计入${COUNT_UNITS[unit]}`, 10)),
    named("状态", 12, STATES),
    named("未确认", 8, { true: "是", false: "" }),
    named("来源", 10, SOURCES),
    number("附件"),
    day("登记日期"),
  ],
});

/** The sheets that stand before it: what this is and how it was counted, and every way of dividing it. */
export const figureSheets = (data: ExportData, madeAt: string, by: string): WholeSheet[] => [
  explanation(data, madeAt, by),
  summary(data),
];

function explanation(data: ExportData, madeAt: string, by: string): WholeSheet {
  const { subject, beforePeriod, tally, before } = data;
  const rows: (readonly [string, string])[] = [
    ["统计什么", subjectWords(subject)],
    ["起止日期", `${subject.from} 至 ${subject.to}`],
    ["类型", subject.kind === undefined ? "全部" : kindName(subject.kind)],
    ["数据时间", madeAt],
    ["谁要的", by],
    ["合计", totals(tally)],
    [`上年同期(${period(beforePeriod)})`, totals(before)],
    ...DEFINITIONS,
    ...(subject.mark === undefined ? [] : [["只统计", `${RECORD_MARKS[subject.mark]}记录`] as const]),
    ...(subject.mark === "returned" ? [["退回的", "只在这张表里,不计入别的统计。"] as const] : []),
  ];
  const lines = rows.map((row) => row.map((cell) => typeset(withYears(cell, null))));
  return { name: "说明", columns: [text("项目", 24), text("内容", 100)], lines };
}

const totals = ({ activities, records, deputies, unconfirmed, counts }: Tally): string => {
  const sums = Object.entries(COUNT_UNITS).flatMap(([unit, word]) => {
    const n = Object.entries(counts).find(([known]) => known === unit)?.[1];
    return n === undefined ? [] : [`${n}${word}`];
  });
  const parts = [`${activities}次`, `${records}条记录`, `${deputies}位代表`, ...sums];
  return `${parts.join("、")}${unconfirmed > 0 ? `;其中未确认${unconfirmed}条` : ""}`;
};

// docs/figures.md, for people who open the file.
const DEFINITIONS: readonly [string, string][] = [
  ["哪些算", "本人确认了的和工作人员核实了的记录。草稿、退回、撤销的不算。"],
  ["哪一天", "按开始那一天算,跨月的只算一次。"],
  ["代报的", "工作人员代报的,本人说对就算;满7天没有回话的也算,标“未确认”。"],
  ["记录数", "一条记录算一条。"],
  [
    "计次",
    "同一天、同一镇街、同一地点、同一类型的算一次,几位代表报的不重复。同一个活动、一起去并且本人确认了的,跨镇街也只算一次。",
  ],
  ["计入数量", "一次活动的数量只算一次:几位代表报的不一样,取最大的。各人所报见“所报数量”。"],
  ["怎么核对", "“明细”里“计次”一列相加就是次数,“计入”各列相加就是合计数量。"],
  ["归谁", "按报的时候所在的镇街、小组、联络站算;调动以前的仍归原处。"],
  [
    "上年同期",
    "上一年的同一段日子。这段日子还没过完的,只比到今天为止。类型、月的次数相加等于合计;几个镇街、小组、联络站、代表一起的活动,各行都算一次,合计只算一次。",
  ],
  ["不排名", "按名册次序列出,不按多少排名。"],
];

function summary({ cuts, units, before: all }: ExportData): WholeSheet {
  const old = Object.keys(COUNT_UNITS)
    .filter(isCountUnit)
    .filter((unit) => all.counts[unit] !== undefined);
  const lines = cuts.flatMap(({ by, lines: parts }) =>
    parts.map(({ label, tally, before }): SheetValue[] => [
      CUTS[by],
      by === "kind" ? kindName(label) : label === "" ? `没有${CUTS[by]}的` : label,
      tally.activities,
      tally.records,
      ...units.map((unit) => tally.counts[unit] ?? null),
      before?.activities ?? 0,
      before?.records ?? 0,
      ...old.map((unit) => before?.counts[unit] ?? null),
    ]),
  );
  return {
    name: "汇总",
    columns: [
      text("分法", 10),
      text("名称", 22),
      number("次数"),
      number("记录数"),
      ...units.map((unit) => number(COUNT_UNITS[unit])),
      number("上年同期次数", 14),
      number("上年同期记录数", 16),
      ...old.map((unit) => number(`上年同期${COUNT_UNITS[unit]}`, 14)),
    ],
    lines,
  };
}
