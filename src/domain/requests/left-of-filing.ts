import type { OpinionDraft, ReportDraft } from "../draft.ts";

/** Why one day of several cannot be filed: it is still to come, or nobody was in office on it. */
export type DayRefusal = "future-date" | "future-time" | "before-mandate";

/** What was not filed with the rest: each record with the reason of its own, and whose it is. */
export type LeftOfFiling = {
  readonly messageId: number;
  /** The message that said yes to the rest. */
  readonly yes?: number;
  readonly reports: readonly ReportDraft[];
  /** As many as there are records. */
  readonly why: readonly DayRefusal[];
  readonly opinions: readonly OpinionDraft[];
  readonly onBehalf?: string;
  readonly files?: readonly string[];
};
