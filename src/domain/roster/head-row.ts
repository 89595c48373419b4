import { cleanCell } from "./clean-cell.ts";
import type { RosterColumn } from "./roster-sheets.ts";
import type { SheetCell } from "./sheet-rows.ts";

/** Above the head stand at most a title, whose it is, and a line of notes. */
const LATEST = 5;
const FEWEST = 3;

/**
 * The row, from 0, in which the heads stand: the first, unless it has no more than one of them and a row soon below has
 * several. Many lists begin with a title across the page.
 */
export function headRow(
  rows: readonly (readonly SheetCell[])[],
  columns: Readonly<Record<string, RosterColumn>>,
): number {
  const heads = new Set(Object.values(columns).map((one) => one.head));
  const count = (row: readonly SheetCell[] = []): number =>
    row.filter((one) => heads.has(cleanCell(one.text))).length;
  if (count(rows[0]) > 1) return 0;
  const below = rows.slice(0, LATEST).findIndex((row) => count(row) >= FEWEST);
  return Math.max(below, 0);
}
