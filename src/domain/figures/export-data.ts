import type { CountUnit } from "../count-unit.ts";
import type { Cut, FigureBasis } from "./figure-basis.ts";
import type { FigurePeriod } from "./figure-period.ts";
import type { TableList } from "../requests/export.ts";
import type { CutLine, Tally } from "./figure-view.ts";
import type { Subject } from "./subject.ts";

/** A list as a table, and of what. */
export type TableWanted = { readonly list: TableList; readonly basis: FigureBasis };

/** What a table is to be made of; `every` where it comes by schedule and nobody asked for it. */
export type ExportTask = {
  readonly basis: FigureBasis;
  readonly every?: "week" | "month";
  /** What it lists, where it is not records. */
  readonly list?: TableList;
};

/** One way of dividing a figure: every line of it, beside the same line of the year before. */
export type ExportedCut = {
  readonly by: Cut;
  readonly lines: readonly (CutLine & { readonly before: CutLine["tally"] | null })[];
};

/** The figures of a table, all of one moment; its records are written line by line. */
export type ExportData = {
  readonly subject: Subject;
  readonly beforePeriod: FigurePeriod;
  readonly tally: Tally;
  readonly before: Tally;
  readonly cuts: readonly ExportedCut[];
  /** The subtrees that its reader looks after and that it may tell of; null where it is his own duty. */
  readonly scope: readonly number[] | null;
  /** Units that occur, in the order of the list of units: one column each. */
  readonly units: readonly CountUnit[];
};
