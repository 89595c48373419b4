import type { ActivityFact, AttendanceFacts } from "#src/domain/attendance/attendance-facts.ts";
import type { TermLine } from "#test/oracle/attendance.ts";

/** A group activity that was missed, unless `more` says otherwise. */
export const missed = (id: string, date: string, more: Partial<ActivityFact> = {}): ActivityFact => ({
  id,
  date,
  kind: "group_activity",
  final: true,
  status: "absent",
  leave: null,
  notified: true,
  ...more,
});
/** Somebody in office since 2021, and what he was called to. */
export const since2021 = (...activities: readonly ActivityFact[]): AttendanceFacts => ({
  mandates: [{ from: "2021-11-01", to: null }],
  suspensions: [],
  activities,
});

/** A term as the rules are given it. */
export function toFacts(line: TermLine): AttendanceFacts {
  const toSpan = ({ from, to }: TermLine["mandates"][number]) => ({ from, to: to ?? null });
  return {
    mandates: line.mandates.map(toSpan),
    suspensions: line.suspensions.map(toSpan),
    activities: line.activities.map((activity) => ({ ...activity, leave: activity.leave ?? null })),
  };
}
