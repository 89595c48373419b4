import type { SheetCell } from "#src/domain/roster/sheet-rows.ts";

type Hides = NonNullable<SheetCell["hidesDay"]>;

/** Only so far down is looked: lists that are longer hold people, not plans. */
const LOOKED_AT = "A1:AN1000";

/**
 * Finds the cells that hold a day and show its month alone, by sheet and `row,column`: what was typed as 2027年3月 a
 * spreadsheet program keeps as the first of March. Where the file names the format only by its place in the program's
 * own list, the first of a month may be one.
 */
export async function findHiddenDays(
  bytes: Buffer,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Hides>>> {
  const { readXlsx } = await import("hucre/xlsx");
  const { sheets } = await readXlsx(bytes, {
    range: LOOKED_AT,
    readStyles: true,
    sheets: ({ name }) => wanted(name),
  });
  return new Map(
    sheets.map(({ name, rows, cells }) => [
      name,
      new Map(
        rows.flatMap((row, at) =>
          row.flatMap((value, column): [string, Hides][] => {
            if (!isFirstOfMonth(value)) return [];
            const place = `${at},${column}`;
            const hides = hidesDay(cells?.get(place)?.style?.numFmt);
            return hides === null ? [] : [[place, hides]];
          }),
        ),
      ),
    ]),
  );
}

/** True for a day that a spreadsheet program also keeps where only a month was typed. */
export const isFirstOfMonth = (value: unknown): value is Date =>
  value instanceof Date && value.getUTCDate() === 1;

const WORDS = /\[[^\]]*\]|"[^"]*"|\\.|[*_]./gu;

function hidesDay(format: string | undefined): Hides | null {
  if (format === undefined) return "maybe";
  const shown = format.replace(WORDS, "").toLowerCase();
  return shown.includes("d") || !/[my]/u.test(shown) || /[hs]/u.test(shown) ? null : "yes";
}
