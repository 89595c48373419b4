import type { Sheet, SheetCell } from "#src/domain/roster/sheet-rows.ts";
import { findZipSize } from "./zip-size.ts";

/** Why a file is not read at all. */
export type UnreadableFile = "too-large" | "not-xlsx" | "bomb";

const LARGEST_FILE = 10 * 1024 * 1024;
const LARGEST_UNPACKED = 100 * 1024 * 1024;
const MOST_ENTRIES = 500;
/** One row more than anybody may have, so that too many are noticed and not cut off. */
const MOST_ROWS = 20_002;

/**
 * Reads the sheets of an xlsx file as text: days as YYYY-MM-DD, numbers as written, formulas marked and not run.
 * A file that is too large, unpacks to too much, or is no xlsx is refused before it is unpacked.
 */
export async function readSheets(bytes: Buffer): Promise<readonly Sheet[] | UnreadableFile> {
  if (bytes.length > LARGEST_FILE) return "too-large";
  const size = findZipSize(bytes);
  if (size === null) return "not-xlsx";
  if (size.entries > MOST_ENTRIES || size.unpackedBytes > LARGEST_UNPACKED) return "bomb";
  const { readXlsx } = await import("hucre/xlsx");
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: MOST_ROWS });
    return sheets.map(({ name, rows, cells }) => ({
      name,
      rows: rows.map((row, at) =>
        row.map((value, column) => toCell(value, cells?.get(`${at},${column}`)?.formula)),
      ),
    }));
  } catch {
    return "not-xlsx"; // the library's errors quote the file's content, which may be personal
  }
}

function toCell(value: string | number | boolean | Date | null, formula: string | undefined): SheetCell {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : value === null ? "" : String(value);
  return formula === undefined ? { text } : { text, formula: true };
}
