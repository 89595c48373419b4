import type { AttendedActivity, DeputyAttendance } from "#db/queries/attendance-facts.ts";
import { type ActivityOutcome, outcomeOf } from "#src/domain/attendance/activity-outcome.ts";
import type { AbsenceLine, AttendanceTally } from "#src/domain/figures/attendance-view.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import { tallyAttendance } from "#src/domain/figures/tally-attendance.ts";
import type { World } from "#src/domain/rules.ts";

/** What an activity was counted as for one person. */
export type CountedActivity = {
  readonly name: string;
  readonly activity: AttendedActivity;
  readonly outcome: ActivityOutcome;
  /** A congress session, which is counted by its sittings. */
  readonly bySittings: boolean;
};

/** Which of several mandates speaks for a person at one activity: what weighs most. */
const WEIGHT = {
  absence: 4,
  "leave-open": 3,
  "on-leave": 2,
  attended: 1,
  later: 0,
  "not-final": 0,
  "not-notified": 0,
  "no-mandate": 0,
  suspended: 0,
  "left-unmarked": 0,
} as const satisfies Record<ActivityOutcome, number>;

/**
 * What the activities of a stretch were counted as under these mandates, each once for each person: whoever sits in
 * two congresses was there or not once. All mandates of a person are judged together.
 */
export function countAttendance(
  deputies: readonly DeputyAttendance[],
  mandates: ReadonlySet<number>,
  { from, to }: FigurePeriod,
  { policy, today }: World,
): readonly CountedActivity[] {
  const counted = new Map<string, CountedActivity>();
  for (const { personId, name, facts } of deputies) {
    const sessions = new Set(facts.activities.map((one) => one.session));
    for (const activity of facts.activities) {
      if (!mandates.has(activity.mandateId) || activity.date < from || activity.date > to) continue;
      const outcome = outcomeOf(activity, facts, policy.attendance, today);
      const key = `${personId}/${activity.id}`;
      const before = counted.get(key);
      if (before !== undefined && WEIGHT[before.outcome] >= WEIGHT[outcome]) continue;
      counted.set(key, { name, activity, outcome, bySittings: sessions.has(activity.id) });
    }
  }
  return [...counted.values()];
}

/** Attendance added up; a session counts by its sittings. */
export const tallyOf = (counted: readonly CountedActivity[]): AttendanceTally =>
  tallyAttendance(counted.filter((one) => !one.bySittings).map(({ outcome }) => outcome));

/** The absences among them. */
export const absencesOf = (counted: readonly CountedActivity[]): readonly AbsenceLine[] =>
  counted
    .filter(({ outcome, bySittings }) => outcome === "absence" && !bySittings)
    .map(({ name, activity: { number, title, date, minutes } }) => ({
      name,
      number,
      title,
      date,
      minutes: minutes ?? null,
    }));
