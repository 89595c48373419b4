import type { AttendanceStatus } from "../activity.ts";
import type { ActivityOutcome } from "../attendance/activity-outcome.ts";
import type { Day } from "../day.ts";

/** One activity as it was counted for a deputy. */
export type AttendanceLine = {
  readonly number: string;
  readonly title: string;
  readonly date: Day;
  readonly outcome: ActivityOutcome;
  readonly status: AttendanceStatus;
  readonly minutes: { readonly attended: number; readonly held: number } | null;
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

/** Final attendance of one deputy, by what it was. */
export type AttendanceTally = {
  readonly expected: number;
  readonly present: number;
  readonly leave: number;
  readonly absent: number;
};
