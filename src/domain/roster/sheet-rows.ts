import type { Day } from "../day.ts";
import { findCellTime } from "../plans/cell-time.ts";
import { cleanCell, findCellDay, findCellName, findCellPhone, isErrorValue } from "./clean-cell.ts";
import { findColumns } from "./find-columns.ts";
import { headRow } from "./head-row.ts";
import type { RosterFault, RosterProblem } from "./roster.ts";
import type { RosterColumn } from "./roster-sheets.ts";

/** A sheet as read from a file: every cell as text, a formula marked so that it can be refused. */
export type SheetCell = {
  readonly text: string;
  readonly formula?: true;
  /** Covered by a merged cell that begins elsewhere: what belongs here, nobody can say. */
  readonly merged?: true;
  /** Where that one reaches down a single column: what stands at its top. */
  readonly above?: SheetCell;
  /** It holds the first of a month and shows the month alone, or may do so. */
  readonly hidesDay?: "yes" | "maybe";
};

/** A sheet's rows from its first on, whatever stands in them. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly SheetCell[])[] };

/** A sheet as it is wanted: its name and its columns by what they are called in code. */
export type WantedSheet<C extends string> = {
  readonly name: string;
  readonly columns: Readonly<Record<C, RosterColumn>>;
};

/** One row of a sheet with a known head; what is wrong with its cells goes into `problems`. */
export type SheetRow<C extends string> = {
  /** As a person counts rows, the head being 1. */
  readonly row: number;
  /** The file has this column at all. */
  readonly has: (column: C) => boolean;
  /** The cell's text, or null where it is empty. */
  readonly text: (column: C) => string | null;
  readonly day: (column: C) => Day | null;
  /** Whether the cell shows a month alone though it holds a day. */
  readonly hidesDay: (column: C) => SheetCell["hidesDay"];
  /** Wall-clock HH:MM. */
  readonly time: (column: C) => string | null;
  /** The name of one person. */
  readonly name: (column: C) => string | null;
  /** Digits of a telephone number. */
  readonly phone: (column: C) => string | null;
  readonly oneOf: <V>(column: C, names: Readonly<Record<string, V>>) => V | null;
  /** What `find` makes of the cell's text; null is a fault. */
  readonly read: <T>(column: C, fault: RosterFault, find: (value: string) => T | null) => T | null;
  /** Notes a fault of a cell, with what its sentence names beside the value. */
  readonly report: (column: C, fault: RosterFault, named?: readonly string[]) => void;
};

const LONGEST_CELL = 200;
/** Rows of one sheet, its head not counted. */
export const MOST_ROWS = 20_000;

/** The rows of a sheet by the heads of its columns, in any order; empty rows are skipped. */
export function readRows<C extends string>(
  sheets: readonly Sheet[],
  wanted: WantedSheet<C>,
  problems: RosterProblem[],
): SheetRow<C>[] {
  const note: Note = (row, column, fault, value = "", named) => {
    problems.push({ sheet: wanted.name, row, column, fault, value, ...(named !== undefined && { named }) });
  };
  const sheet = sheets.find((one) => cleanCell(one.name) === wanted.name);
  if (sheet === undefined) {
    note(
      1,
      "",
      "no-sheet",
      sheets
        .map((one) => one.name)
        .join("、")
        .slice(0, 60),
    );
    return [];
  }
  const filled = sheet.rows.findLastIndex((cells) => !cells.every(isEmpty));
  if (filled > MOST_ROWS) {
    note(MOST_ROWS + 2, "", "too-many-rows");
    return [];
  }
  const top = headRow(sheet.rows, wanted.columns);
  const noteHead: Note = (_row, ...what) => note(top + 1, ...what);
  const positions = findColumns(sheet.rows[top] ?? [], wanted.columns, noteHead);
  return sheet.rows
    .slice(top + 1, filled + 1)
    .flatMap((cells, index) =>
      cells.every(isEmpty) ? [] : [toRow(cells, top + index + 2, wanted.columns, positions, note)],
    );
}

const isTwoLines = (text: string): boolean => /\S\s*[\r\n]\s*\S/u.test(text);

// What a merged cell covers is empty by itself.
const isEmpty = (cell: SheetCell): boolean => cell.formula === undefined && cleanCell(cell.text) === "";

/** Writes down what is wrong with a cell. */
export type Note = (
  row: number,
  column: string,
  fault: RosterFault,
  value?: string,
  named?: readonly string[],
) => void;

const findIn =
  <V>(names: Readonly<Record<string, V>>) =>
  (value: string): V | null =>
    Object.hasOwn(names, value) ? (names[value] ?? null) : null;

// What a merged cell says at its top holds in a column for which that is meant.
function cellAt(cells: readonly SheetCell[], at: number, { holdsDown }: RosterColumn): SheetCell {
  const cell = cells[at] ?? { text: "" };
  return holdsDown === true ? (cell.above ?? cell) : cell;
}

function toRow<C extends string>(
  cells: readonly SheetCell[],
  row: number,
  columns: Readonly<Record<C, RosterColumn>>,
  positions: ReadonlyMap<string, number>,
  note: Note,
): SheetRow<C> {
  const cellOf = (column: C): SheetCell => cellAt(cells, positions.get(column) ?? -1, columns[column]);
  const report = (column: C, fault: RosterFault, named?: readonly string[]): void =>
    note(row, columns[column].head, fault, cellOf(column).text.trim().slice(0, 40), named);
  const text = (column: C): string | null => {
    const cell = cellOf(column);
    const value = cleanCell(cell.text);
    if (cell.merged === true) report(column, "merged");
    else if (cell.formula === true) report(column, "formula");
    else if (isErrorValue(value)) report(column, "error-value");
    else if (value.length > LONGEST_CELL) report(column, "too-long");
    else if (value === "" && columns[column].required && positions.has(column)) report(column, "missing");
    else if (value !== "") return value;
    return null;
  };
  /** A value of another kind than text, or the reason why it is none. */
  const read = <T>(
    column: C,
    fault: RosterFault,
    find: (value: string) => T | null,
    named?: readonly string[],
  ): T | null => {
    const value = text(column);
    if (value === null) return null;
    const found = find(value);
    if (found === null) report(column, fault, named);
    return found;
  };
  return {
    row,
    has: (column) => positions.has(column),
    text,
    hidesDay: (column) => cellOf(column).hidesDay,
    day: (column) => read(column, "not-a-day", findCellDay),
    time: (column) => read(column, "not-a-time", findCellTime),
    name: (column) =>
      read(column, "not-a-name", (value) => (isTwoLines(cellOf(column).text) ? null : findCellName(value))),
    phone: (column) => read(column, "not-a-phone", findCellPhone),
    oneOf: <V>(column: C, names: Readonly<Record<string, V>>) =>
      read(column, "not-in-list", findIn(names), Object.keys(names)),
    read,
    report,
  };
}
