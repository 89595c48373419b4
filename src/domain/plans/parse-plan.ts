import type { RosterProblem } from "../roster/roster.ts";
import { cleanCell } from "../roster/clean-cell.ts";
import { readRows, type Sheet, type SheetCell, type SheetRow } from "../roster/sheet-rows.ts";
import type { PlanRow, PlanRows, ReadPlan, SittingRow } from "../requests/plan.ts";
import { findCellTime } from "./cell-time.ts";
import { type CellWhen, findCellWhen, isLeftOpen } from "./cell-when.ts";
import { PLAN_KIND_NAMES, PLAN_SHEETS, SITTING_KIND_NAMES } from "./plan-sheet.ts";

const { plan: PLAN, sessions: SESSIONS } = PLAN_SHEETS;

/** Activities and sittings of one file: far more than any office plans in a year. */
export const MOST_PLANNED = 200;

/** Reads a yearly plan, with every cell that is wrong by itself. Either of its sheets may be away. */
export function parsePlan(sheets: readonly Sheet[]): ReadPlan {
  const problems: RosterProblem[] = [];
  const names = sheets.map((one) => cleanCell(one.name));
  const hasSessions = names.includes(SESSIONS.name);
  const found = hasSessions && !names.includes(PLAN.name) ? [] : readRows(sheets, PLAN, problems);
  const sat = hasSessions ? readRows(sheets, SESSIONS, problems) : [];
  const note = (row: number, fault: RosterProblem["fault"]): void =>
    void problems.push({ sheet: PLAN.name, row, column: "", fault, value: "" });
  if (found.length + sat.length > MOST_PLANNED) {
    note(MOST_PLANNED + 2, "too-many-plans");
    return { rows: [], sittings: [], problems };
  }
  if (found.length + sat.length + problems.length === 0) note(0, "no-rows");
  return { ...toRows(found, sat), problems };
}

function toRows(
  found: readonly SheetRow<keyof typeof PLAN.columns>[],
  sat: readonly SheetRow<keyof typeof SESSIONS.columns>[],
): PlanRows {
  const seen = new Set<string>();
  const rows = found.map((row) => toPlanRow(row, seen));
  const known = new Set<string>();
  const titles = new Map<string, string>();
  return { rows, sittings: sat.map((row) => toSittingRow(row, known, titles)) };
}

function toPlanRow(row: SheetRow<keyof typeof PLAN.columns>, seen: Set<string>): PlanRow {
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
    when: row.read("when", "not-a-when", (text) => findShownWhen(text, row.hidesDay("when"))),
    time: row.read("time", "not-a-time", findOpenTime) || null,
    place: row.text("place"),
    content: row.text("content"),
  };
}

// 2027年3月 is kept by spreadsheet programs as the first of March: the day is still open. Where a cell only may be such
// a one, it is shown as open too, and somebody fixes the day.
const findShownWhen = (text: string, hides: SheetCell["hidesDay"]): CellWhen | null =>
  findCellWhen(hides === undefined ? text : text.replace(/^(\d{4})-0?(\d+)-\d+$/u, "$1年$2月"));

// Empty where the cell says that the hour is still open.
const findOpenTime = (text: string): string | null => (isLeftOpen(text) ? "" : findCellTime(text));

function toSittingRow(
  row: SheetRow<keyof typeof SESSIONS.columns>,
  seen: Set<string>,
  titles: Map<string, string>,
): SittingRow {
  const number = row.text("number");
  const org = row.text("org");
  const title = row.text("title");
  const sitting = row.text("sitting");
  const session = `${org} ${number}`;
  const first = titles.get(session);
  if (title !== null && first !== undefined && first !== title) row.report("title", "other-title");
  if (title !== null && first === undefined) titles.set(session, title);
  if (number !== null && sitting !== null && seen.has(`${session} ${sitting}`))
    row.report("sitting", "twice");
  seen.add(`${session} ${sitting}`);
  const kind = row.oneOf("kind", SITTING_KIND_NAMES);
  const on = row.day("on");
  // A sitting has a day: a month alone is none.
  if (row.hidesDay("on") === "yes") row.report("on", "not-a-day");
  const time = row.time("time");
  return { row: row.row, number, org, title, sitting, kind, on, time, place: row.text("place") };
}
