import type { Day } from "../day.ts";
import type { ActivityFact, ActivityId, AttendanceFacts } from "./attendance-facts.ts";
import type { AttendancePolicy } from "./attendance-policy.ts";
import { judgeAttendance } from "./judge-attendance.ts";

/** A rule under which staying away from an activity ahead would make a strike, and the days that count already. */
export type Threat = { readonly rule: string; readonly absences: readonly Day[] };

/**
 * The rule under which an absence from one activity ahead would be a strike, or one more: the same judgement as of a
 * register that is final, of the attendance as it would be then. Nothing where it would be none.
 */
export function findThreat(
  facts: AttendanceFacts,
  ahead: ActivityId,
  policy: AttendancePolicy,
): Threat | undefined {
  const activities = facts.activities.map((one) => (one.id === ahead ? missed(one) : one));
  const at = activities.find((one) => one.id === ahead);
  if (at === undefined) return undefined;
  const { strikes } = judgeAttendance({ ...facts, activities }, policy, at.date);
  const strike = strikes.find((one) => one.activities.at(-1) === ahead);
  if (strike === undefined) return undefined;
  const days = new Map(activities.map((one) => [one.id, one.date]));
  return {
    rule: strike.rule,
    absences: strike.activities.slice(0, -1).flatMap((id) => days.get(id) ?? []),
  };
}

const missed = (one: ActivityFact): ActivityFact => ({
  ...one,
  minutes: undefined,
  final: true,
  status: "absent",
  leave: null,
  notified: true,
});
