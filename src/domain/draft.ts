import type { CountUnit, Counts } from "./count-unit.ts";
import type { Day } from "./day.ts";
import type { DutyKind } from "./duty-kind.ts";
import type { OpinionCategory } from "./opinion-category.ts";

/** One duty record as understood, before the deputy has confirmed it. */
export type ReportDraft = {
  readonly kind: DutyKind;
  readonly date: Day;
  /** Last day, only where it lasted several. */
  readonly end?: Day;
  /** Local wall-clock HH:MM, only where it was said. */
  readonly time?: string;
  readonly place?: string;
  /** Names of other deputies who took part. */
  readonly with?: readonly string[];
  readonly counts?: Counts;
  /** Units whose number was only roughly said (十来户). */
  readonly approx?: readonly CountUnit[];
  /** The deputy's own words for it. */
  readonly text: string;
};

/** One opinion of residents as understood. */
export type OpinionDraft = {
  readonly text: string;
  readonly category: OpinionCategory;
  readonly place?: string;
  /** Danger to people, supply cut for more than a day, or about to escalate. */
  readonly urgent?: true;
};

/** What a report is shown by, in one line. */
export type ToldReport = Pick<ReportDraft, "kind" | "date" | "place" | "counts" | "with">;
