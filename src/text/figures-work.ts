import type { FigureView } from "#src/domain/figures/figure-view.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import { pageMark, pageTaps, subjectWords } from "./figure-words.ts";
import { short } from "./format.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";

type Of<K extends FigureView["kind"]> = Extract<FigureView, { kind: K }>;

/** What waits for somebody, and where to begin. */
export function todo({ staff, deputy }: Of<"figures.todo">): Rendered {
  const open = [
    ...(deputy === null ? [] : deputyLines(deputy)),
    ...(staff === null ? [] : staffLines(staff)),
  ].filter((one) => one.count > 0);
  if (open.length === 0) return words("眼下没有要您办的事。");
  return {
    ...words("等您办的:", ...open.slice(0, 7).map((one) => `${one.words}${one.count}${one.unit}`)),
    choices: open.flatMap((one) => (one.tap === undefined ? [] : [one.tap])).slice(0, 4),
    reusable: true,
  };
}

type Line = {
  readonly words: string;
  readonly count: number;
  readonly unit: string;
  readonly tap?: RenderedChoice;
};

const staffLines = (todos: NonNullable<Of<"figures.todo">["staff"]>): Line[] => [
  { words: "待核实的缺席线索", count: todos.cases, unit: "件", tap: says("看缺席", "缺席 今年") },
  { words: "待批的请假", count: todos.leaves, unit: "件" },
  { words: "已办完还没定稿的活动", count: todos.unfinalised, unit: "次" },
  { words: "待核实的履职记录", count: todos.unverified, unit: "条", tap: says("看待核实的", "核实 全部") },
  { words: "群众意见", count: todos.opinions, unit: "条", tap: says("看意见", "意见 待办") },
  { words: "代表建议、议案", count: todos.suggestions, unit: "件" },
  { words: "交来待收的报告", count: todos.submissions, unit: "份", tap: says("看未交的", "未交") },
  { words: "代记后等代表确认", count: todos.waiting, unit: "条" },
  { words: "对助手的反馈", count: todos.feedback, unit: "条", tap: says("看反馈", "反馈") },
];

const deputyLines = (todos: NonNullable<Of<"figures.todo">["deputy"]>): Line[] => [
  { words: "工作人员代记、等您确认的", count: todos.entered, unit: "条", tap: says("代记的都对", "对") },
  { words: "同事说您也参加了的", count: todos.shares, unit: "条" },
  { words: "退回给您改的", count: todos.returned, unit: "条" },
  { words: "等您回复的活动通知", count: todos.invitations, unit: "个" },
  { words: "要完成的事项", count: todos.owed, unit: "项", tap: says("我的履职") },
];

/** What residents brought up, by category. */
export function opinions({ subject, categories, today }: Of<"figures.opinions">): Rendered {
  const sum = (pick: (line: (typeof categories)[number]) => number): number =>
    categories.reduce((total, line) => total + pick(line), 0);
  const about = subjectWords(subject, today);
  if (categories.length === 0) return words(`${about}:没有登记群众意见。`);
  const shown = categories.slice(0, 6).map((line) => `${OPINION_CATEGORIES[line.category]}${line.count}条`);
  return {
    ...words(
      `${about} 群众意见${sum((line) => line.count)}条`,
      `${shown.join("、")}${categories.length > 6 ? "等" : ""}`,
      `还没办的${sum((line) => line.open)}条,其中急的${sum((line) => line.urgent)}条`,
    ),
    choices: [says("看没办的", "意见 待办")],
    reusable: true,
  };
}

/** Opinions that nobody has dealt with. */
export function backlog({ subject, lines, today }: Of<"figures.backlog">): Rendered {
  if (lines.total === 0) return words(`${subjectWords(subject, today)}:没有待办的群众意见。`);
  return {
    ...words(
      `待办的群众意见${lines.total}条${pageMark(lines)}`,
      ...lines.rows.map(
        (one) =>
          `${one.number} ${one.urgent ? "(急)" : ""}${OPINION_CATEGORIES[one.category]}:${short(one.text, 20)}`,
      ),
    ),
    choices: pageTaps(lines, "意见 待办"),
    reusable: true,
  };
}
