import type { Day } from "../day.ts";
import type { FigureBasis } from "../figures/figure-basis.ts";
import type { Subject } from "../figures/figure-view.ts";

/** A figure is wanted as a table, with the records behind it. */
export type ExportRequest = {
  readonly do: "export.make";
  readonly messageId: number;
  readonly basis: FigureBasis;
};

/** What one table holds at most: more is asked for in parts. */
export const MOST_EXPORTED = 100_000;

/** Whether a table is being made; it comes as a message of its own. */
export type ExportOutcome =
  | { readonly of: "export.begun"; readonly subject: Subject; readonly records: number }
  | { readonly of: "export.nothing"; readonly subject: Subject }
  | { readonly of: "export.too-many"; readonly subject: Subject; readonly records: number };

/** A table that is ready; `every` where it comes by schedule. */
export type ExportNews = {
  readonly kind: "export.ready";
  readonly subject: Subject;
  readonly records: number;
  readonly file: { readonly id: string; readonly name: string; readonly type: string };
  readonly every?: "week" | "month";
  readonly today: Day;
};
