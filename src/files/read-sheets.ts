import type { UnreadableFile } from "#src/domain/roster/sheet-file.ts";
import type { Sheet, SheetCell } from "#src/domain/roster/sheet-rows.ts";
import { findHiddenDays, isFirstOfMonth } from "./hidden-days.ts";
import { findZipSize } from "./zip-size.ts";

const LARGEST_FILE = 10 * 1024 * 1024;
const LARGEST_UNPACKED = 100 * 1024 * 1024;
const MOST_ENTRIES = 500;
/**
 * What of a sheet is looked at. Formatted but empty rows reach down to the millionth in many files; more rows than
 * anybody may have are still seen, so that they are refused and not cut off.
 */
const LOOKED_AT = "A1:AN40000";

/** How xlsx files that are locked with a password begin (a compound file), and old xls files too. */
const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Reads the named sheets of an xlsx file as text: days as YYYY-MM-DD, numbers as written, formulas marked and not run.
 * A file that is too large, unpacks to too much, or is no xlsx is refused before it is unpacked. Sheets that nobody
 * asked for are left packed; those asked for that are not there are missing, and `names` says which are.
 */
export async function readSheets(
  bytes: Buffer,
  wanted: (name: string) => boolean = () => true,
): Promise<readonly Sheet[] | UnreadableFile> {
  if (bytes.length > LARGEST_FILE) return "too-large";
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) return "locked";
  const size = findZipSize(bytes);
  if (size === null) return "not-xlsx";
  if (size.isHostile || size.entries > MOST_ENTRIES || size.unpackedBytes > LARGEST_UNPACKED) return "bomb";
  const { readXlsx } = await import("hucre/xlsx");
  try {
    const others: Sheet[] = [];
    const { sheets } = await readXlsx(bytes, {
      range: LOOKED_AT,
      sheets: ({ name }) => {
        const isWanted = wanted(name);
        if (!isWanted) others.push({ name, rows: [] });
        return isWanted;
      },
    });
    const mayHide = sheets.some(({ rows }) => rows.some((row) => row.some(isFirstOfMonth)));
    const hidden = mayHide ? await findHiddenDays(bytes, wanted) : new Map<string, never>();
    const read = sheets.map(({ name, rows, cells, merges = [] }) => {
      const cellAt = (at: number, column: number, value: CellValue): SheetCell => {
        const cell = toCell(value, cells?.get(`${at},${column}`)?.formula);
        const hidesDay = hidden.get(name)?.get(`${at},${column}`);
        return hidesDay === undefined ? cell : { ...cell, hidesDay };
      };
      return {
        name,
        rows: rows.map((row, at) => {
          const here = merges.slice(0, MOST_MERGES).filter((one) => one.startRow <= at && at <= one.endRow);
          return row.map((value, column) => {
            if (!isCovered(here, at, column)) return cellAt(at, column, value);
            const top = here.find((one) => isDown(one, column))?.startRow;
            if (top === undefined) return COVERED;
            return { ...COVERED, above: cellAt(top, column, rows[top]?.[column] ?? null) };
          });
        }),
      };
    });
    return [...read, ...others];
  } catch {
    return "not-xlsx"; // the library's errors quote the file's content, which may be personal
  }
}

const EMPTY: SheetCell = { text: "" };
const COVERED: SheetCell = { text: "", merged: true };

type Range = Readonly<Record<"startRow" | "startCol" | "endRow" | "endCol", number>>;

/** More merged cells than this are no list that anybody fills in; they are read as empty. */
const MOST_MERGES = 1_000;

const isCovered = (merges: readonly Range[], row: number, column: number): boolean =>
  merges.some(
    ({ startRow, startCol, endCol }) =>
      startCol <= column && column <= endCol && (row !== startRow || column !== startCol),
  );

// It reaches down its one column: what stands at its top holds for every row of it, where the list says so.
const isDown = ({ startCol, endCol }: Range, column: number): boolean =>
  startCol === column && endCol === column;

type CellValue = string | number | boolean | Date | null;

function toCell(value: CellValue, formula: string | undefined): SheetCell {
  if (formula === undefined && value === null) return EMPTY;
  const text = value instanceof Date ? dateText(value) : value === null ? "" : String(value);
  return formula === undefined ? { text } : { text, formula: true };
}

/** Spreadsheets count days from the end of 1899: what lies before 1900-01-01 is a time of day alone. */
const FIRST_DAY = Date.UTC(1900, 0, 1);
const dateText = (value: Date): string =>
  value.getTime() < FIRST_DAY ? value.toISOString().slice(11, 16) : value.toISOString().slice(0, 10);
