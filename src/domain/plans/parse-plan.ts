import type { RosterProblem } from "../roster/roster.ts";
import { readRows, type Sheet, type SheetRow } from "../roster/sheet-rows.ts";
import type { PlanRow, ReadPlan } from "../requests/plan.ts";
import { PLAN_KIND_NAMES, PLAN_SHEETS } from "./plan-sheet.ts";

const { plan: SHEET } = PLAN_SHEETS;

/** Activities of one file: far more than any office plans in a year. */
export const MOST_PLANNED = 200;

/** Reads a yearly plan, with every cell that is wrong by itself. */
export function parsePlan(sheets: readonly Sheet[]): ReadPlan {
  const problems: RosterProblem[] = [];
  const found = readRows(sheets, SHEET, problems);
  const note = (row: number, fault: RosterProblem["fault"]): void =>
    void problems.push({ sheet: SHEET.name, row, column: "", fault, value: "" });
  if (found.length > MOST_PLANNED) {
    note(MOST_PLANNED + 2, "too-many-plans");
    return { rows: [], problems };
  }
  if (found.length + problems.length === 0) note(0, "no-rows");
  const seen = new Set<string>();
  const rows = found.map((row) => toPlanRow(row, seen));
  return { rows, problems };
}

function toPlanRow(row: SheetRow<keyof typeof SHEET.columns>, seen: Set<string>): PlanRow {
  const number = row.text("number");
  const org = row.text("org");
  const key = `${org} ${number}`;
  if (number !== null && seen.has(key)) row.report("number", "twice");
  seen.add(key);
  return {
    row: row.row,
    number,
    org,
    kind: row.oneOf("kind", PLAN_KIND_NAMES),
    on: row.day("on"),
    time: row.time("time"),
    place: row.text("place"),
    content: row.text("content"),
  };
}
