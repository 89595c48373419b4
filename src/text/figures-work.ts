import type { FigureView } from "#src/domain/figures/figure-view.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import { pageMark, pagesOfSame, subjectWords } from "./figure-words.ts";
import { short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";

type Of<K extends FigureView["kind"]> = Extract<FigureView, { kind: K }>;

/** What residents brought up, by category. */
export function opinions({ subject, basis, categories }: Of<"figures.opinions">): Rendered {
  const sum = (pick: (line: (typeof categories)[number]) => number): number =>
    categories.reduce((total, line) => total + pick(line), 0);
  const about = subjectWords(subject);
  if (categories.length === 0) return words(`${about}:没有登记群众意见。`);
  const shown = categories.slice(0, 6).map((line) => `${OPINION_CATEGORIES[line.category]}${line.count}条`);
  return {
    ...words(
      `${about} 群众意见${sum((line) => line.count)}条`,
      `${shown.join("、")}${categories.length > 6 ? "等" : ""}`,
      `还没办的${sum((line) => line.open)}条,其中急的${sum((line) => line.urgent)}条`,
    ),
    choices: [{ label: "看没办的", act: { do: "figures.backlog", basis, page: 1 } }, says("导出表格")],
    reusable: true,
  };
}

/** Opinions that nobody has dealt with. */
export function backlog({ subject, basis, lines }: Of<"figures.backlog">): Rendered {
  if (lines.total === 0) return words(`${subjectWords(subject)}:没有待办的群众意见。`);
  return {
    ...words(
      `待办的群众意见${lines.total}条${pageMark(lines)}`,
      ...lines.rows.map(
        (one) =>
          `${one.number} ${one.urgent ? "(急)" : ""}${OPINION_CATEGORIES[one.category]}:${short(one.text, 20)}`,
      ),
    ),
    choices: [...pagesOfSame(lines, { do: "figures.backlog", basis }), says("导出表格")],
    reusable: true,
  };
}
