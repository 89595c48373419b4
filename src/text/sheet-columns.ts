import type { SheetColumn } from "#src/domain/sheet.ts";

/** The columns that our tables are made of, by what stands in them; widths in characters. */
export const COLUMNS = {
  text: (head: string, width: number): SheetColumn => ({ head, width, as: "text" }),
  number: (head: string, width = 8): SheetColumn => ({ head, width, as: "number" }),
  day: (head: string): SheetColumn => ({ head, width: 12, as: "day" }),
  named: (head: string, width: number, names: Readonly<Record<string, string>>): SheetColumn => ({
    head,
    width,
    as: "named",
    names,
  }),
};
