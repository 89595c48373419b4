/** What a cell may hold; days are YYYY-MM-DD. */
export type SheetValue = string | number | boolean | null | Readonly<Record<string, number>>;

/** How a column is written: words as they are, or through a list of names; days and numbers as real ones. */
export type SheetColumn = { readonly head: string; readonly width: number } & (
  | { readonly as: "text" | "number" | "day" }
  /** A word of the program under its name; a word without one stays as it is. */
  | { readonly as: "named"; readonly names: Readonly<Record<string, string>> }
  /** Quantities by unit, said with the words for the units: 12户、30人. */
  | { readonly as: "amounts"; readonly names: Readonly<Record<string, string>> }
);

/** What stands between the values of a line: no text of anybody's has it, and no spreadsheet shows it. */
export const BETWEEN_VALUES = "\u001f";

/** Values as one line of text, as they travel to where sheets are written; what there is none of is empty. */
export const toSheetLine = (values: readonly SheetValue[]): string => values.map(toPart).join(BETWEEN_VALUES);

const toPart = (value: SheetValue): string =>
  value === null
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value).replaceAll(BETWEEN_VALUES, "");

/** A sheet as it is planned: its name and columns. Every line has a value for each column (`toSheetLine`). */
export type SheetPlan = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Stands behind all others, whenever it was written. */
  readonly isLast?: true;
};

/** A sheet whose lines are there already. */
export type WholeSheet = SheetPlan & { readonly lines: readonly (readonly SheetValue[])[] };

/**
 * Takes sheets as they are read: each is opened, then filled with lines (`toSheetLine`). Whoever adds waits until there
 * is room for more.
 */
export type SheetSink = {
  readonly open: (plan: SheetPlan) => void;
  readonly add: (lines: readonly string[]) => Promise<void>;
};
