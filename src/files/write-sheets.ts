import type { WrittenCell, WrittenSheet } from "#src/domain/roster/sheet-file.ts";
import { heldByXml } from "./held-by-xml.ts";
import { neutralised } from "./neutralised.ts";

/** Writes sheets as xlsx: a frozen bold head, real numbers and dates, and nothing that could run as a formula. */
export async function writeSheets(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const output = await writeXlsx({
    sheets: sheets.map(({ name, head, rows, widths }) => ({
      name,
      rows: [[...head], ...rows.map((row) => row.map(toValue))],
      columns: widths.map((width) => ({ width })),
      freezePane: { rows: 1 },
      cells: new Map(
        head.map((value, at) => [`0,${at}`, { value, style: { font: { bold: true } } }] as const),
      ),
    })),
  });
  return new Uint8Array(output);
}

const toValue = (cell: WrittenCell): WrittenCell =>
  typeof cell === "string" ? neutralised(heldByXml(cell)) : cell;
