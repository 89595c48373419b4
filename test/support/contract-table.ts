import { type Clause, CLAUSES } from "./channel-contract.ts";
import { COLUMNS } from "./stages/columns.ts";

/** The contract as a table for people: what each channel proves, and what cannot happen on it. */
export function contractTable(): string {
  const clauses = Object.entries(CLAUSES) as [Clause, string][];
  const reasons = [...new Set(COLUMNS.flatMap(({ cannot }) => Object.values(cannot)))];
  const cell = (reason: string | undefined): string =>
    reason === undefined ? "proven" : `(${reasons.indexOf(reason) + 1})`;
  return [
    `| | ${COLUMNS.map(({ name }) => name).join(" | ")} |`,
    `| --- |${COLUMNS.map(() => " --- |").join("")}`,
    ...clauses.map(
      ([clause, sentence]) =>
        `| ${sentence} | ${COLUMNS.map(({ cannot }) => cell(cannot[clause])).join(" | ")} |`,
    ),
    "",
    ...reasons.map((reason, index) => `(${index + 1}) cannot happen: ${reason}.  `),
  ].join("\n");
}
