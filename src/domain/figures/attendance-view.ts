import type { Citation } from "../citation.ts";
import type { AttendanceStatus } from "../activity.ts";
import type { ActivityOutcome } from "../attendance/activity-outcome.ts";
import type { Day } from "../day.ts";

/** One activity as it was counted for a deputy. */
export type AttendanceLine = {
  /** Whose it is, where it is not the reader's own. */
  readonly name?: string;
  readonly number: string;
  readonly title: string;
  readonly date: Day;
  readonly outcome: ActivityOutcome;
  readonly status: AttendanceStatus;
  readonly minutes: { readonly attended: number; readonly held: number } | null;
  /** A congress session, which is counted by its sittings. */
  readonly bySittings: boolean;
};

/** One absence without leave. */
export type AbsenceLine = {
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly date: Day;
  /** How long he or she was there, where that is on record. */
  readonly minutes: { readonly attended: number; readonly held: number } | null;
};

/** Final attendance of one deputy or of many, by what it was: all that counts is present, on leave or absent. */
export type AttendanceTally = {
  readonly expected: number;
  readonly present: number;
  /** Granted, or asked for and undecided. */
  readonly leave: number;
  /** Of the leave, what is undecided. */
  readonly waiting: number;
  readonly absent: number;
};

/** What each line of attendance is explained with. */
export type AttendanceReasons = {
  /** The first absence among all of them. */
  readonly absence: AttendanceLine | null;
  /** How many activities lie ahead, which are not among the lines. */
  readonly ahead: number;
  readonly attendance: AttendanceTally;
  readonly share: { readonly parts: number; readonly of: number } | null;
  /** Those by which the first absence counts, and whether it does so by itself. */
  readonly rules: readonly {
    readonly cite: Citation;
    readonly as: "itself" | "with-others" | "with-session";
  }[];
  /** Less than this share of its sittings makes a session missed; without it only none of them. */
  readonly sessionShare: { readonly parts: number; readonly of: number } | null;
};
