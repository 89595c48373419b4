import type { TableWanted } from "./export-data.ts";
import type { FigureBasis } from "./figure-basis.ts";
import type { FigureView } from "./figure-view.ts";

/** What is shown, and what it was worked out from. */
export type Figure = {
  readonly view: FigureView;
  readonly basis?: FigureBasis;
  /** What absences were looked for in: 为什么 tells each with its facts. */
  readonly absences?: FigureBasis;
  /** The table that it can be had as: 导出 alone makes it. */
  readonly table?: TableWanted;
};
