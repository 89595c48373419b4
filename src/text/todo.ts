import type { FigureView } from "#src/domain/figures/figure-view.ts";
import type { TodoItem, TodoKind } from "#src/domain/figures/todo.ts";
import { byRoom, LONGEST_ANSWER } from "./by-room.ts";
import { kindName, pageMark, pageTaps } from "./figure-words.ts";
import { dateWords, day, short } from "./format.ts";
import { fixExample, openDay } from "./undated.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { leaveTaps, leaveWords } from "./todo-leave.ts";
import { numberTaps } from "./taps-into.ts";
import { printedLength } from "./years.ts";

type Of<K extends FigureView["kind"]> = Extract<FigureView, { kind: K }>;

/** A kind of thing that waits: what it is called, how it is counted, and what is typed next. */
type Words = {
  readonly name: string;
  readonly unit: string;
  readonly next: (item: TodoItem) => string;
  /** The word that lists them all. */
  readonly all: string;
};

const WAITING = {
  cases: { name: "缺席线索", unit: "件", all: "待办 缺席", next: ({ who }) => `已核查 ${who ?? ""} 结果` },
  leaves: {
    name: "待批的请假",
    unit: "件",
    all: "待办 请假",
    next: ({ who, number }) => `准假 ${who ?? ""} ${number}`,
  },
  objections: {
    name: "待决定的异议",
    unit: "件",
    all: "待办 异议",
    next: ({ who, number }) => {
      const whose = `${who ?? ""} ${number}`;
      return `异议成立 ${whose} 或 异议不成立 ${whose} 理由`;
    },
  },
  corrections: {
    name: "更正本人数据的申请",
    unit: "件",
    all: "更正申请",
    next: ({ number }) => `更正申请,办好后说:答复更正 ${number} 已改好`,
  },
  entered: { name: "工作人员代记、等您确认的", unit: "条", all: "待办 等我确认", next: () => "对" },
  returned: {
    name: "退回给您改的",
    unit: "条",
    all: "待办 退回",
    next: ({ number }) => `改 ${number} 数量 12户`,
  },
  shares: { name: "同事说您也参加了的", unit: "条", all: "待办 同事", next: ({ number }) => number },
  invitations: {
    name: "等您回复的活动",
    unit: "个",
    all: "待办 通知",
    next: ({ number }) => `参加 ${number}`,
  },
  owed: { name: "要完成的事项", unit: "项", all: "我的应办", next: () => "我的应办" },
  unfinalised: {
    name: "待定稿的活动",
    unit: "场",
    all: "待办 定稿",
    next: ({ number }) => `定稿 ${number}`,
  },
  undated: {
    name: "日期待定的活动",
    unit: "场",
    all: "待办 日期",
    next: ({ number }) => fixExample(number),
  },
  unverified: { name: "待核实的记录", unit: "条", all: "待核实", next: () => "待核实" },
  submissions: {
    name: "待收的报告",
    unit: "份",
    all: "待办 报告",
    next: ({ who, what }) => `查看 ${who ?? ""} ${what ?? ""}`,
  },
  opinions: { name: "群众意见", unit: "条", all: "意见 待办", next: ({ number }) => number },
  suggestions: { name: "代表建议、议案", unit: "件", all: "待办 建议", next: ({ number }) => number },
  waiting: { name: "代记后等本人确认", unit: "条", all: "待办 代记", next: ({ number }) => number },
  feedback: { name: "对助手的反馈", unit: "条", all: "反馈", next: () => "反馈" },
} as const satisfies Record<TodoKind, Words>;

// In the order of how much it hurts to leave them; what has a deadline of others comes first.
const ORDER = Object.keys(WAITING) as readonly TodoKind[];

/** Of each kind that waits how much, in the order of 待办: `待批请假 2 件`. */
export const waitingCounts = (counts: Readonly<Partial<Record<TodoKind, number>>>): readonly string[] =>
  ORDER.filter((kind) => (counts[kind] ?? 0) > 0).map(
    (kind) => `${WAITING[kind].name} ${counts[kind] ?? 0} ${WAITING[kind].unit}`,
  );

/** The most lines of an answer. */
const MOST = 8;

/** Puts into words what waits for somebody, all of it or one kind. */
export const renderTodo = (view: Of<"figures.todo" | "figures.todo-list">): Rendered =>
  view.kind === "figures.todo" ? todo(view) : todoList(view);

// What waits: each kind with how much, the one that waits longest, and what to type next.
function todo({ staff, deputy, first, org = "" }: Of<"figures.todo">): Rendered {
  const counts: Partial<Record<TodoKind, number>> = { ...staff, ...deputy };
  const open = ORDER.filter((kind) => (counts[kind] ?? 0) > 0);
  if (open.length === 0) return words(`${org}眼下没有要您办的事。`);
  const count = (kind: TodoKind): string => `${WAITING[kind].name}${counts[kind] ?? 0}${WAITING[kind].unit}`;
  const lines = open.map((kind) => {
    const item = first.find((one) => one.kind === kind);
    return item === undefined
      ? count(kind)
      : `${count(kind)}:${lineOf(item, "brief")}。说:${WAITING[kind].next(item)}`;
  });
  const head = `${org}等您办的,各列等得最久的一件:`;
  return {
    ...words(...fitting(head, lines, open.map(count))),
    choices: open.slice(0, 4).flatMap((kind) => {
      const all = allOf(kind, org);
      return all === undefined ? [] : [says(`看${WAITING[kind].name}`, all)];
    }),
    reusable: true,
  };
}

// Not every list can be asked for of one place.
function allOf(kind: TodoKind, org = ""): string | undefined {
  const { all } = WAITING[kind];
  if (org === "") return all;
  if (kind === "unverified") return `待办 核实 ${org}`;
  return all.includes("待办") ? `${all} ${org}` : undefined;
}

// As many lines as fit, and how much there is of the kinds that do not.
function fitting(
  head: string,
  lines: readonly string[],
  counts: readonly string[],
  room = lines.length,
): readonly string[] {
  const left = counts.slice(room);
  const all = [head, ...lines.slice(0, room), ...(left.length > 0 ? [`另有${left.join("、")}`] : [])];
  const isShort = all.length <= MOST && printedLength(all.join("\n")) <= LONGEST_ANSWER;
  return isShort || room === 0 ? all : fitting(head, lines, counts, room - 1);
}

const lineOf = (
  { kind, number, who, what, since, leave, until }: TodoItem,
  how: "brief" | "whole",
): string => {
  if (kind === "undated") return `${number} ${short(openDay(what ?? "", since), 20)}`;
  if (leave !== undefined)
    return `${number} ${who ?? ""} ${dateWords(leave.on)} ${short(what ?? "", 10)}${how === "brief" ? "" : `:${leaveWords(leave)}`}`;
  const about = what === null ? null : whatByRoom(kindName(what), how);
  const shown = kind === "feedback" ? null : kind === "corrections" ? `编号${number}` : number;
  const named = [shown, who === "" ? "群众" : who, about].filter((part) => part !== null && part !== "");
  return (
    [...named, `${day(since).replace(/\(.*\)/u, "")}${SINCE[kind] ?? ""}`].join(" ") +
    (until === undefined ? "" : byRoom(`,等到${dateWords(until)}`, `,等到${dateWords(until)}`, ""))
  );
};

// The brief lines of all that waits are fitted into an answer by themselves.
const whatByRoom = (what: string, how: "brief" | "whole"): string =>
  how === "brief" ? short(what, 14) : byRoom(short(what, 14), short(what, 8), short(what, 5));

// Of a record the day is not that of the duty.
const SINCE: Partial<Record<TodoKind, string>> = {
  unverified: "报的",
  entered: "代记",
  waiting: "代记",
  shares: "报的",
  returned: "报的",
  leaves: "请的",
  suggestions: "交的",
  submissions: "交的",
  opinions: "登记",
};

// One kind of what waits, page by page.
function todoList({ what, lines, org }: Of<"figures.todo-list">): Rendered {
  const { unit, next } = WAITING[what];
  const name = `${org ?? ""}${WAITING[what].name}`;
  const [first] = lines.rows;
  if (first === undefined) return words(`没有${name}。`, "看全部要办的事,请说:待办");
  return {
    ...words(
      `${name}${lines.total}${unit}${pageMark(lines)},等得最久的在前:`,
      ...lines.rows.map((one) => lineOf(one, "whole")),
      first.leave === undefined && first.until === undefined && `接着说:${next(first)}`,
      first.until !== undefined &&
        byRoom("到那天没回话的,标“未确认”计入;现在还没有计入。", "到那天没回话的才计入。"),
    ),
    choices: [
      ...lines.rows.flatMap(leaveTaps),
      ...(first.until === undefined ? [] : numberTaps(lines.rows)),
      ...pageTaps(lines, allOf(what, org) ?? WAITING[what].all),
    ],
    reusable: true,
  };
}
