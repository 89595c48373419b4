import { ACTIVITY_KINDS, ATTENDANCE_STATUSES, SITTING_KINDS } from "#src/domain/activity.ts";
import { CASE_STATES } from "#src/domain/case-state.ts";
import type { AbsenceRow, ListData, SeatNames } from "#src/domain/figures/list-data.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { TableList } from "#src/domain/requests/export.ts";
import type { SheetColumn, SheetValue, WholeSheet } from "#src/domain/sheet.ts";
import { attendanceWords, RATE_RULE, rateWords } from "./attendance-rate.ts";
import { subjectWords } from "./figure-words.ts";
import { COLUMNS } from "./sheet-columns.ts";
import { shareWords } from "./times-present.ts";
import { typeset } from "./typeset.ts";
import { withYears } from "./years.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const { text, number, day, named } = COLUMNS;

/** What the lists are called that can be had as tables. */
export const LIST_NAMES = {
  absences: "缺席名单",
  missing: "未报名单",
  opinions: "群众意见",
} as const satisfies Record<TableList, string>;

/** How the table of a list is called. */
export const listFile = ({ list, subject }: ListData): { readonly name: string; readonly type: string } => ({
  name: `${LIST_NAMES[list]}-${(subject.whose ?? "").replace(/[^\p{L}\p{N}]/gu, "")}-${subject.from}至${subject.to}.xlsx`,
  type: TYPE,
});

/** The sheets of a list: what this is and how it was counted, then every line of it. */
export const listSheets = (data: ListData, madeAt: string, by: string): WholeSheet[] => [
  explanation(data, madeAt, by),
  { name: "明细", ...linesOf(data) },
];

function explanation(data: ListData, madeAt: string, by: string): WholeSheet {
  const { subject, list } = data;
  const rows: (readonly [string, string])[] = [
    ["是什么", `${LIST_NAMES[list]}:${subjectWords(subject)}`],
    ["起止日期", `${subject.from} 至 ${subject.to}`],
    ["数据时间", madeAt],
    ["谁要的", by],
    ...definitions(data),
    ["不排名", "按名册或登记的先后列出,不按多少排名。"],
  ];
  const lines = rows.map((row) => row.map((cell) => typeset(withYears(cell, null))));
  return { name: "说明", columns: [text("项目", 24), text("内容", 100)], lines };
}

function definitions(data: ListData): (readonly [string, string])[] {
  switch (data.list) {
    case "absences":
      return absenceDefinitions(data);
    case "missing":
      return [
        ["合计", `${data.rows.length}位没有记录,共${data.deputies}位代表`],
        ["未报", `这段时间里一条记录也没有的代表。在不在任看${data.on}。`],
        ["哪些算有记录", "本人确认的、已核实的,还有工作人员代记、等本人确认的。退回和撤销的不算。"],
        ["最近一次履职", "不限这段时间,到做表时为止,最后一条记录的开始日期。空着的,一条也没有。"],
        ["怎么核对", "“明细”有几行,就是几位没有记录。"],
      ];
    case "opinions":
      return [
        ["合计", `${data.rows.length}条`],
        ["哪些算", "登记了的群众意见,撤销的不算。按提意见的地方和登记的日子算。"],
        ["没有的", "群众的联系方式不在表里。办理期限和承办单位还没有登记,所以没有这两列。"],
        ["怎么核对", "“明细”有几行就是几条,按“类别”筛选就是各类条数。"],
      ];
  }
}

function absenceDefinitions({
  rows,
  attendance,
  rules,
}: Extract<ListData, { list: "absences" }>): (readonly [string, string])[] {
  const rate = rateWords(attendance);
  return [
    ["合计", `缺席${rows.length}人次;${attendanceWords(attendance, "人次")}`],
    ...(rate === false ? [] : [["出勤率", rate] as const]),
    ["哪些算", "活动已定稿,通知到了本人,登记缺席,没有准假,也没有等批的请假。"],
    ["出勤率怎么算", RATE_RULE],
    ...rules.flatMap(({ source, text: words }) =>
      words === undefined ? [] : [["规定", `${source}:${words}`] as const],
    ),
    ["怎么核对", "“明细”有几行,就是缺席几人次。"],
  ];
}

type Lines = Pick<WholeSheet, "columns" | "lines">;

function linesOf(data: ListData): Lines {
  switch (data.list) {
    case "absences":
      return absenceLines(data);
    case "missing":
      return {
        columns: [text("代表", 10), ...SEAT_COLUMNS, day("最近一次履职")],
        lines: data.rows.map((one) => [one.name, ...seatValues(one), one.lastDay]),
      };
    case "opinions":
      return opinionLines(data);
  }
}

const SEAT_COLUMNS: readonly SheetColumn[] = [text("镇街", 14), text("代表小组", 18), text("联络站", 18)];
const seatValues = (seat: SeatNames | undefined): SheetValue[] => [
  seat?.township ?? null,
  seat?.group ?? null,
  seat?.station ?? null,
];

type Absences = Extract<ListData, { list: "absences" }>;

const absenceLines = ({ rows, share }: Absences): Lines => ({
  columns: [
    text("代表", 10),
    ...SEAT_COLUMNS,
    text("活动编号", 14),
    text("活动", 30),
    day("日期"),
    named("类型", 14, { ...ACTIVITY_KINDS, ...SITTING_KINDS }),
    named("登记", 8, ATTENDANCE_STATUSES),
    number("到会分钟", 10),
    number("共几分钟", 10),
    text("按哪条算缺席", 40),
  ],
  lines: rows.map((one) => [
    one.name,
    ...seatValues(one.seat),
    one.number,
    one.title,
    one.date,
    one.kind,
    one.status,
    one.minutes?.attended ?? null,
    one.minutes?.held ?? null,
    whyOf(one, share),
  ]),
});

// Who was marked as there was there too short.
function whyOf({ status }: AbsenceRow, share: Absences["share"]): string {
  if (status === "absent" || share === null) return typeset("登记缺席,没有批准的请假");
  return typeset(`到会时间不足${shareWords(share)},按缺席`);
}

const opinionLines = ({ rows }: Extract<ListData, { list: "opinions" }>): Lines => ({
  columns: [
    text("编号", 16),
    day("登记日期"),
    named("类别", 14, OPINION_CATEGORIES),
    text("镇街", 14),
    text("地点", 18),
    text("代表", 10),
    text("履职编号", 16),
    text("内容", 60),
    named("急", 6, { true: "是", false: "" }),
    named("状态", 10, CASE_STATES),
  ],
  lines: rows.map((one) => [
    one.number,
    one.filedOn,
    one.category,
    one.township,
    one.place,
    one.deputy,
    one.record,
    one.text,
    String(one.urgent),
    one.state,
  ]),
});
