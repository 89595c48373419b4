import { cleanCell } from "./clean-cell.ts";
import type { RosterColumn } from "./roster-sheets.ts";
import type { Note, SheetCell } from "./sheet-rows.ts";

/** Columns that offices keep for themselves beside the list's own. */
const OWN_COLUMN = /^(?:备注|说明|序号|行号|附注)/u;

/**
 * Where each column stands, by its head, in any order. A missing head that must be there, one that stands twice, and
 * one that nobody knows are reported: a mistyped head would leave a whole column unread.
 */
export function findColumns(
  heads: readonly SheetCell[],
  columns: Readonly<Record<string, RosterColumn>>,
  note: Note,
): ReadonlyMap<string, number> {
  const keys = new Map(Object.entries(columns).map(([key, { head }]) => [head, key]));
  const found = new Map<string, number>();
  for (const [index, cell] of heads.entries()) {
    const head = cleanCell(cell.text)
      .replace(/\*$|\((?:必填|选填)\)$/u, "")
      .trim();
    const key = keys.get(head);
    if (key !== undefined && found.has(key)) note(1, head, "column-twice");
    else if (key !== undefined) found.set(key, index);
    else if (head !== "" && !OWN_COLUMN.test(head)) note(1, head.slice(0, 20), "unknown-column");
  }
  for (const [key, { head, required }] of Object.entries(columns))
    if (required && !found.has(key)) note(1, head, "no-column");
  return found;
}
