import type { NamedMark, Register } from "../requests/attendance.ts";
import type { RosterProblem } from "../roster/roster.ts";
import { readRows, type Sheet, type SheetRow } from "../roster/sheet-rows.ts";
import { MINUTES_SHEETS, MINUTES_STATUS_NAMES } from "./minutes-sheet.ts";

const { minutes: SHEET } = MINUTES_SHEETS;
type Row = SheetRow<keyof typeof SHEET.columns>;

/** Deputies of one list: more than any activity has. */
const MOST_NAMED = 1000;

/** Reads a list of who was there for how long; or every cell that is wrong, and nothing is taken. */
export function parseMinutes(
  sheets: readonly Sheet[],
): { readonly register: Register } | { readonly problems: readonly RosterProblem[] } {
  const problems: RosterProblem[] = [];
  const rows = readRows(sheets, SHEET, problems);
  const note = (row: number, column: string, fault: RosterProblem["fault"]): void =>
    void problems.push({ sheet: SHEET.name, row, column, fault, value: "" });
  if (rows.length > MOST_NAMED) note(MOST_NAMED + 2, "", "too-many-names");
  if (rows.length + problems.length === 0) note(0, "", "no-rows");
  const marks = rows.flatMap(toMark);
  const activity = readOnce(rows, "activity");
  const held = readOnce(rows, "held", toMinutes);
  if (activity === null && rows.length > 0) note(2, SHEET.columns.activity.head, "missing");
  if (problems.length > 0 || activity === null) return { problems };
  return { register: { activity, marks, rest: null, ...(held === null ? {} : { held: Number(held) }) } };
}

const toMinutes = (text: string): string | null =>
  /^(?<n>\d{1,4})(?:\.0)?(?:分钟?)?$/u.exec(text)?.groups?.["n"] ?? null;

/** What a column says once for the whole list, in its first row or in all of them. */
function readOnce(
  rows: readonly Row[],
  column: "activity" | "held",
  read: (text: string) => string | null = (text) => text,
): string | null {
  let said: string | null = null;
  for (const row of rows) {
    const text = row.text(column);
    const value = text === null ? null : read(text);
    if (text !== null && value === null) row.report(column, "not-minutes");
    if (said !== null && value !== null && value !== said) row.report(column, "not-as-above");
    said ??= value;
  }
  return said;
}

function toMark(row: Row): NamedMark[] {
  const [name, code] = [row.text("name"), row.text("code")];
  const text = row.text("minutes");
  const minutes = text === null ? null : toMinutes(text);
  if (text !== null && minutes === null) row.report("minutes", "not-minutes");
  const said = row.oneOf("status", MINUTES_STATUS_NAMES);
  if (text === null && row.text("status") === null) row.report("minutes", "missing");
  const status = said ?? (minutes === "0" ? "absent" : "present");
  if (name === null) return [];
  const isThere = status !== "absent" && status !== "leave" && minutes !== null;
  return [
    {
      name,
      status,
      ...(code === null ? {} : { code }),
      ...(isThere ? { minutes: Number(minutes) } : {}),
    },
  ];
}
