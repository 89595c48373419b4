import type { WrittenCell, WrittenSheet } from "#src/domain/roster/sheet-file.ts";

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

const FORMULA_START = /^[\s\u0000-\u001f\u00a0\u200b-\u200f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u;
const A_NUMBER = /^-?\d+(?:\.\d+)?$/u;

/**
 * A text that a spreadsheet could take for a formula gets an apostrophe before it (OWASP: CSV injection), also after
 * blanks, control characters, a byte order mark, or with full-width signs.
 */
export function neutralised(text: string): string {
  return FORMULA_START.test(text) && !A_NUMBER.test(text) ? `'${text}` : text;
}

const toValue = (cell: WrittenCell): WrittenCell => (typeof cell === "string" ? neutralised(cell) : cell);
