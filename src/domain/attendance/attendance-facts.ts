import type { AttendanceStatus, LeaveState } from "../activity.ts";
import type { Day } from "../day.ts";

/** A stretch of days, both ends included; `to` is null while it lasts. */
export type Span = { readonly from: Day; readonly to: Day | null };

/** What tells activities apart; only ever compared. */
export type ActivityId = string | number;

/** One activity that concerned a deputy, and what became of him or her there. */
export type ActivityFact = {
  readonly id: ActivityId;
  /** An activity kind or a kind of sitting; kinds that no rule names are fine. */
  readonly kind: string;
  readonly date: Day;
  /** Staff has finalised the attendance. */
  readonly final: boolean;
  readonly status: AttendanceStatus;
  readonly leave: LeaveState | null;
  /** Notice to the deputy is on record. */
  readonly notified: boolean;
  /** The session that a sitting belongs to. */
  readonly session?: ActivityId | undefined;
  /** How long the deputy was there, and how long it lasted. */
  readonly minutes?: { readonly attended: number; readonly held: number } | undefined;
};

/** All that the rules on absence ask about one deputy. */
export type AttendanceFacts = {
  readonly mandates: readonly Span[];
  readonly suspensions: readonly Span[];
  readonly activities: readonly ActivityFact[];
};

/** True for a day within a stretch, both ends included. */
export const spanHolds = (span: Span, day: Day): boolean =>
  span.from <= day && (span.to === null || day <= span.to);

const isBefore = (a: ActivityId, b: ActivityId): boolean =>
  typeof a === "number" && typeof b === "number" ? a < b : String(a) < String(b);

/** The order of everything said about attendance: by day, then by id. */
export function byDayThenId(a: ActivityFact, b: ActivityFact): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.id === b.id) return 0;
  return isBefore(a.id, b.id) ? -1 : 1;
}
