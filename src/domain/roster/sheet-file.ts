/** A cell to write: text stays text, whatever it begins with; a Day is a real date. */
export type WrittenCell = string | number | Date | null;

/** A sheet to write; `head` and every row have as many cells as `widths`. */
export type WrittenSheet = {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Width of each column in characters. */
  readonly widths: readonly number[];
};

/** Why a file is not read at all. */
export type UnreadableFile = "too-large" | "not-xlsx" | "locked" | "bomb";
