import type { AttendedActivity, DeputyAttendance } from "#db/queries/attendance-facts.ts";
import type { PlainAttendance } from "#db/queries/figures/plain-attendance.ts";
import { type ActivityOutcome, outcomeOf } from "#src/domain/attendance/activity-outcome.ts";
import type { AbsenceLine, AttendanceTally } from "#src/domain/figures/attendance-view.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import { tallyAttendance } from "#src/domain/figures/tally-attendance.ts";
import type { World } from "#src/domain/rules.ts";

/** What an activity was counted as for one person. */
export type CountedActivity = {
  readonly personId: number;
  readonly name: string;
  readonly activity: AttendedActivity;
  readonly outcome: ActivityOutcome;
  /** Of the congresses in which it was counted so. */
  readonly levels: readonly DeputyAttendance["level"][];
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
  for (const { personId, name, level, facts } of deputies) {
    for (const activity of facts.activities) {
      if (!mandates.has(activity.mandateId) || activity.date < from || activity.date > to) continue;
      const outcome = outcomeOf(activity, facts, policy.attendance, today);
      const key = `${personId}/${activity.id}`;
      const before = counted.get(key);
      if (before?.outcome === outcome) counted.set(key, { ...before, levels: [...before.levels, level] });
      if (before !== undefined && WEIGHT[before.outcome] >= WEIGHT[outcome]) continue;
      const { bySittings } = activity;
      counted.set(key, { personId, name, activity, outcome, levels: [level], bySittings });
    }
  }
  return [...counted.values()];
}

/** Attendance added up; a session counts by its sittings. */
export const tallyOf = (counted: readonly CountedActivity[]): AttendanceTally =>
  tallyAttendance(counted.filter((one) => !one.bySittings).map(({ outcome }) => outcome));

/** Attendance of which its status decides, added up. */
export function tallyOfPlain(plain: readonly PlainAttendance[], { policy, today }: World): AttendanceTally {
  const counted = plain.map(({ fact, deputies }) => {
    const facts = { mandates: [{ from: fact.date, to: fact.date }], suspensions: [], activities: [fact] };
    return timesOf(tallyAttendance([outcomeOf(fact, facts, policy.attendance, today)]), deputies);
  });
  return counted.reduce(addTallies, tallyAttendance([]));
}

const timesOf = (tally: AttendanceTally, n: number): AttendanceTally => ({
  expected: tally.expected * n,
  present: tally.present * n,
  leave: tally.leave * n,
  waiting: tally.waiting * n,
  absent: tally.absent * n,
});

/** Attendance of these and of those. */
export const addTallies = (these: AttendanceTally, those: AttendanceTally): AttendanceTally => ({
  expected: these.expected + those.expected,
  present: these.present + those.present,
  leave: these.leave + those.leave,
  waiting: these.waiting + those.waiting,
  absent: these.absent + those.absent,
});

/**
 * What was counted as an absence without leave, a session by its sittings; with `least` only of deputies who have at
 * least so many.
 */
export function missedOf(counted: readonly CountedActivity[], least = 1): readonly CountedActivity[] {
  const missed = counted.filter(({ outcome, bySittings }) => outcome === "absence" && !bySittings);
  const times = Map.groupBy(missed, ({ personId }) => personId);
  return missed.filter(({ personId }) => (times.get(personId)?.length ?? 0) >= least);
}

/** The absences among them. */
export const absencesOf = (counted: readonly CountedActivity[], least?: number): readonly AbsenceLine[] =>
  missedOf(counted, least).map(({ name, activity: { number, title, date, minutes } }) => ({
    name,
    number,
    title,
    date,
    minutes: minutes ?? null,
  }));
