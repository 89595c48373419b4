import type { ActivityOutcome } from "../attendance/activity-outcome.ts";
import type { AttendanceTally } from "./attendance-view.ts";

/**
 * Adds up what activities were counted as: expected is all that counts, and each of them is present, on leave or
 * absent. What does not count (no notice on record, not final, out of office, suspended) is in none of them.
 */
export function tallyAttendance(outcomes: readonly ActivityOutcome[]): AttendanceTally {
  const count = (...wanted: readonly ActivityOutcome[]): number =>
    outcomes.filter((one) => wanted.includes(one)).length;
  const present = count("attended");
  const leave = count("on-leave", "leave-open");
  const absent = count("absence");
  return { expected: present + leave + absent, present, leave, waiting: count("leave-open"), absent };
}
