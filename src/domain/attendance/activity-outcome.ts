import type { Day } from "../day.ts";
import { spanHolds, type ActivityFact, type AttendanceFacts } from "./attendance-facts.ts";
import type { AttendancePolicy } from "./attendance-policy.ts";
import { wasTooShort } from "./was-too-short.ts";

/** Why an activity does not count for a deputy at all. */
export type NotCounted = "later" | "not-final" | "not-notified" | "no-mandate" | "suspended";

/** What an activity means for a deputy. `leave-open`: absent, and no absence while the request for leave is undecided. */
export type ActivityOutcome =
  | NotCounted
  | "attended"
  | "left-unmarked"
  | "on-leave"
  | "leave-open"
  | "absence";

/** Only what is final, in the past, in a mandate, outside every suspension and on record as announced may count. */
function findReasonNotToCount(activity: ActivityFact, facts: AttendanceFacts, asOf: Day): NotCounted | null {
  if (activity.date > asOf) return "later";
  if (!activity.final) return "not-final";
  if (!facts.mandates.some((mandate) => spanHolds(mandate, activity.date))) return "no-mandate";
  if (facts.suspensions.some((suspension) => spanHolds(suspension, activity.date))) return "suspended";
  return activity.notified ? null : "not-notified";
}

function wasAbsent(activity: ActivityFact, policy: AttendancePolicy): boolean {
  if (activity.status === "absent") return true;
  if (activity.status === "leave" || activity.status === "expected") return false;
  return wasTooShort(activity.minutes, policy);
}

function outcomeOfAbsence({ leave }: ActivityFact, policy: AttendancePolicy): ActivityOutcome {
  if (leave === null || !policy.leave_that_excuses.includes(leave)) return "absence";
  return leave === "approved" ? "on-leave" : "leave-open";
}

/** What one activity means for a deputy on the day `asOf`. Every rate, notice and explanation starts from it. */
export function outcomeOf(
  activity: ActivityFact,
  facts: AttendanceFacts,
  policy: AttendancePolicy,
  asOf: Day,
): ActivityOutcome {
  const reason = findReasonNotToCount(activity, facts, asOf);
  if (reason !== null) return reason;
  if (wasAbsent(activity, policy)) return outcomeOfAbsence(activity, policy);
  if (activity.status === "leave") return "on-leave";
  return activity.status === "expected" ? "left-unmarked" : "attended";
}
