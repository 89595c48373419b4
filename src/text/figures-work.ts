import { CASE_STATES } from "#src/domain/case-state.ts";
import type { FigureView } from "#src/domain/figures/figure-view.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import type { CategoryLine, OpinionLine } from "#src/domain/figures/opinion-view.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import { byRoom } from "./by-room.ts";
import { pageMark, pagesOfSame, subjectWords } from "./figure-words.ts";
import { dateWords, short } from "./format.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";
import { numberTaps } from "./taps-into.ts";

type Of<K extends FigureView["kind"]> = Extract<FigureView, { kind: K }>;

/** What residents brought up, by category. */
export function opinions({ subject, basis, categories, before }: Of<"figures.opinions">): Rendered {
  const sum = (pick: (line: (typeof categories)[number]) => number): number =>
    categories.reduce((total, line) => total + pick(line), 0);
  const about = subjectWords(subject);
  const waiting = before > 0 && `往年登记的还有${before}条没办,要看请说:意见 待办`;
  if (categories.length === 0) return words(`${about}:没有登记群众意见。`, waiting);
  const shown = categories.slice(0, 6);
  return {
    ...words(
      `${about} 群众意见${sum((line) => line.count)}条`,
      `${shown.map(categoryWords).join("、")}${categories.length > 6 ? "等" : ""}`,
      `还没办的${sum((line) => line.open)}条,其中急的${sum((line) => line.urgent)}条`,
      waiting,
    ),
    choices: [
      ...shown.map((line) => tapInto(line, basis)),
      { label: "看没办的", act: { do: "figures.backlog", basis, page: 1 } },
      says("导出表格"),
    ],
    reusable: true,
  };
}

const categoryWords = ({ category, count }: CategoryLine): string =>
  `${OPINION_CATEGORIES[category]}${count}条`;

// All of one category, whatever became of them.
const tapInto = ({ category }: CategoryLine, basis: FigureBasis): RenderedChoice => ({
  label: OPINION_CATEGORIES[category],
  act: { do: "figures.backlog", basis: { ...basis, category, every: true }, page: 1 },
});

/** Opinions that nobody has dealt with, that wait long, or in whose words something stands. */
export function backlog(view: Of<"figures.backlog">): Rendered {
  const { subject, basis, lines } = view;
  const [head, ...none] = headOf(view);
  if (lines.total === 0) return words(...none);
  return {
    ...words(
      `${head}${pageMark(lines)}`,
      ...lines.rows.map((one) => opinionLine(one, view)),
      subject.waiting !== undefined && byRoom(NO_CLOCK, NO_CLOCK, ""),
    ),
    choices: [
      ...numberTaps(lines.rows),
      ...pagesOfSame(lines, { do: "figures.backlog", basis }),
      says("导出表格"),
    ],
    reusable: true,
  };
}

// What is open is asked for as such, and never all of it.
const isEvery = ({ open, every }: FigureBasis): boolean => every === true && open === undefined;

const NO_CLOCK = "群众意见没有规定的办理期限,不算“超期”。";

// What stands above a list, and what is said instead where there is nothing in it.
function headOf({ subject, basis, lines, open }: Of<"figures.backlog">): readonly [string, ...string[]] {
  const { word, waiting, ...rest } = subject;
  const about = subjectWords(rest);
  if (word !== undefined)
    return [
      `${about} 提到“${short(word, 16)}”的群众意见${lines.total}条`,
      `${about}:没有提到“${short(word, 16)}”的群众意见。`,
      "是按登记的原话找的,可以换个说法再问。看有多少,说:意见 今年",
    ];
  if (waiting !== undefined)
    return [
      `${about} 没办的群众意见${open ?? 0}条,等了超过${waiting}天的${lines.total}条`,
      `${about} 没办的群众意见${open ?? 0}条,没有等了超过${waiting}天的。`,
      NO_CLOCK,
    ];
  if (isEvery(basis)) return [`${about} 群众意见${lines.total}条,新的在前`, `${about}:没有登记群众意见。`];
  return [`待办的群众意见${lines.total}条`, `${about}:没有待办的群众意见。`];
}

// Since when it waits is told where that is asked about, and where it stands where all are listed.
function opinionLine(one: OpinionLine, { subject, basis }: Of<"figures.backlog">): string {
  const all = subject.word !== undefined || isEvery(basis);
  const since = !all && subject.waiting === undefined ? "" : ` ${dateWords(one.filedOn)}`;
  const stands = CASE_STATES[one.state];
  const state = all ? byRoom(stands, stands, stands, "") : "";
  const urgent = one.urgent ? "(急)" : "";
  return `${one.number} ${urgent}${OPINION_CATEGORIES[one.category]}:${byRoom(short(one.text, 20), short(one.text, 12), short(one.text, 8), short(one.text, 6))}${since}${state}`;
}
