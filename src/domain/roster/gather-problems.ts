import type { RosterFault, RosterProblem } from "./roster.ts";
import { ROSTER_SHEETS } from "./roster-sheets.ts";

/** What is wrong with a word wherever it stands: a list that it is missing from is put right in one place. */
const OF_THE_WORD: ReadonlySet<RosterFault> = new Set([
  "not-in-list",
  "unknown-org",
  "other-kind-of-org",
  "org-of-two",
]);

const SHEET_ORDER: readonly string[] = Object.values(ROSTER_SHEETS).map((one) => one.name);

/**
 * Bad cells as people go through them: down the file, a cell that two checks look at told of once, and one wrong word
 * told of once with all the rows where it stands.
 */
export function gatherProblems(problems: readonly RosterProblem[]): RosterProblem[] {
  const once = new Map(problems.map((one) => [`${one.sheet}/${one.row}/${one.column}/${one.fault}`, one]));
  const sorted = [...once.values()].sort(
    (a, b) => SHEET_ORDER.indexOf(a.sheet) - SHEET_ORDER.indexOf(b.sheet) || a.row - b.row,
  );
  const keyOf = ({ sheet, row, column, fault, value }: RosterProblem): string =>
    `${sheet}/${column}/${fault}/${OF_THE_WORD.has(fault) ? value : row}`;
  return [...Map.groupBy(sorted, keyOf).values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    return [more.length === 0 ? first : { ...first, alsoRows: more.map((one) => one.row) }];
  });
}
