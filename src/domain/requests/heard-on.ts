import type { FilingLike, FilingLine } from "./filing.ts";

/**
 * On which of one's own standing records something was heard that is told afterwards: the newest that is like what the
 * words call it. Nothing is changed.
 */
export type HeardOnRequest = {
  readonly do: "report.heard-on";
  readonly card: string;
  readonly like: FilingLike;
};

/** What came of it: the record, unless none is like it. */
export type HeardOnOutcome = {
  readonly of: "report.heard-on";
  readonly card: string;
  readonly record?: FilingLine;
};
