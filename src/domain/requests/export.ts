import type { FigureBasis } from "../figures/figure-basis.ts";
import type { Subject } from "../figures/subject.ts";
import type { StaffTodo } from "../figures/todo.ts";

/** A figure is wanted as a table, with the records behind it. */
export type ExportRequest = {
  readonly do: "export.make";
  readonly messageId: number;
  readonly basis: FigureBasis;
};

/** Lists that can be had as a table: who was absent, who has no record, what residents brought up. */
export type TableList = "absences" | "missing" | "opinions";

/** One of these lists is wanted as a table. */
export type ListExportRequest = {
  readonly do: `export.${TableList}`;
  readonly messageId: number;
  readonly basis: FigureBasis;
};

/** What one table holds at most: more is asked for in parts. */
export const MOST_EXPORTED = 100_000;

/** Whether a table is being made; it comes as a message of its own. Without a list it is of records. */
export type ExportOutcome = { readonly subject: Subject; readonly list?: TableList } & (
  | { readonly of: "export.begun"; readonly records: number }
  | { readonly of: "export.nothing" }
  | { readonly of: "export.too-many"; readonly records: number }
);

/** A table that is ready; `every` where it comes by schedule. */
type ReadyExport = {
  readonly kind: "export.ready";
  readonly subject: Subject;
  readonly records: number;
  readonly file: { readonly id: string; readonly name: string; readonly type: string };
  readonly every?: "week" | "month";
  /** What it lists, where it is not records. */
  readonly list?: TableList;
};

/** A week in which nothing was filed: there is no table of it, only what waits for its reader. */
type QuietWeek = {
  readonly kind: "export.quiet";
  readonly subject: Subject;
  readonly desk: Partial<StaffTodo>;
};

/** What is told of a table that was made, or was due. */
export type ExportNews = ReadyExport | QuietWeek;
