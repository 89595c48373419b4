import { ATTENDANCE_STATUSES } from "#src/domain/activity.ts";
import type { AttendanceOutcome } from "#src/domain/requests/attendance.ts";
import { activityLine } from "./activity-words.ts";

/** What is said of attendance that is already what somebody wants it to be. */
export function alreadyLines(
  outcome: Extract<AttendanceOutcome, { of: "attendance.already-final" | "attendance.already-so" }>,
): (string | false)[] {
  const { by, activity } = outcome;
  if (outcome.of === "attendance.already-final")
    return [
      `${by ?? "别的工作人员"}已经定稿了,没有重复做:`,
      activityLine(activity),
      `要改登记,说:改考勤 ${activity.number} 李明 到会`,
    ];
  return [
    `本来就登记的${ATTENDANCE_STATUSES[outcome.status]},没有改动:${outcome.name}代表`,
    activityLine(activity),
    by !== null && `最后登记的是${by}。`,
  ];
}
