import { isDay, type Day } from "../day.ts";
import type { RosterFault, RosterProblem } from "./roster.ts";
import type { RosterColumn } from "./roster-sheets.ts";

/** A sheet as read from a file: every cell as text, a formula marked so that it can be refused. */
export type SheetCell = { readonly text: string; readonly formula?: true };
export type Sheet = { readonly name: string; readonly rows: readonly (readonly SheetCell[])[] };

/** One row of a sheet with a known head; what is wrong with its cells goes into `problems`. */
export type SheetRow<C extends string> = {
  readonly row: number;
  /** The cell's text, or null where it is empty. */
  readonly text: (column: C) => string | null;
  readonly day: (column: C) => Day | null;
  readonly oneOf: <V>(column: C, names: Readonly<Record<string, V>>) => V | null;
  readonly report: (column: C, fault: RosterFault) => void;
};

const LONGEST_CELL = 200;
const MOST_ROWS = 20_000;

/** The rows of a sheet by the heads of its columns, in any order; empty rows are skipped. */
export function readRows<C extends string>(
  sheets: readonly Sheet[],
  wanted: { readonly name: string; readonly columns: Readonly<Record<C, RosterColumn>> },
  problems: RosterProblem[],
): SheetRow<C>[] {
  const note = (row: number, column: string, fault: RosterFault, value = ""): void => {
    problems.push({ sheet: wanted.name, row, column, fault, value });
  };
  const sheet = sheets.find((one) => one.name.trim() === wanted.name);
  if (sheet === undefined) {
    note(1, "", "no-sheet");
    return [];
  }
  if (sheet.rows.length > MOST_ROWS + 1) {
    note(MOST_ROWS + 2, "", "too-many-rows");
    return [];
  }
  const positions = findColumns(sheet.rows[0] ?? [], wanted.columns, (head) => note(1, head, "no-column"));
  return sheet.rows.slice(1).flatMap((cells, index) => {
    if (cells.every((cell) => cell.text.trim() === "" && cell.formula === undefined)) return [];
    return [toRow(cells, index + 2, wanted.columns, positions, note)];
  });
}

function findColumns<C extends string>(
  heads: readonly SheetCell[],
  columns: Readonly<Record<C, RosterColumn>>,
  missing: (head: string) => void,
): ReadonlyMap<string, number> {
  const places = new Map(heads.map((cell, index) => [cell.text.trim().replace(/[*\uff0a]$/u, ""), index]));
  const found = new Map<string, number>();
  for (const [key, { head, required }] of Object.entries<RosterColumn>(columns)) {
    const place = places.get(head);
    if (place !== undefined) found.set(key, place);
    else if (required) missing(head);
  }
  return found;
}

type Note = (row: number, column: string, fault: RosterFault, value?: string) => void;

function toRow<C extends string>(
  cells: readonly SheetCell[],
  row: number,
  columns: Readonly<Record<C, RosterColumn>>,
  positions: ReadonlyMap<string, number>,
  note: Note,
): SheetRow<C> {
  const cellOf = (column: C): SheetCell => cells[positions.get(column) ?? -1] ?? { text: "" };
  const report = (column: C, fault: RosterFault): void =>
    note(row, columns[column].head, fault, cellOf(column).text.slice(0, 40));
  const text = (column: C): string | null => {
    const cell = cellOf(column);
    const value = cell.text.normalize("NFKC").trim();
    if (cell.formula === true) report(column, "formula");
    else if (value.length > LONGEST_CELL) report(column, "too-long");
    else if (value === "" && columns[column].required && positions.has(column)) report(column, "missing");
    else if (value !== "") return value;
    return null;
  };
  const day = (column: C): Day | null => {
    const value = text(column);
    if (value === null) return null;
    const plain = toDayText(value);
    if (isDay(plain)) return plain;
    report(column, "not-a-day");
    return null;
  };
  const oneOf = <V>(column: C, names: Readonly<Record<string, V>>): V | null => {
    const value = text(column);
    if (value === null) return null;
    const known = Object.hasOwn(names, value) ? names[value] : undefined;
    if (known === undefined) report(column, "not-in-list");
    return known ?? null;
  };
  return { row, text, day, oneOf, report };
}

/** 2021.12.3, 2021/12/3 and 2021年12月3日 as 2021-12-03; anything else as it is. */
function toDayText(value: string): string {
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/u.exec(value);
  if (match === null) return value;
  const [, year = "", month = "", day = ""] = match;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
