import type { ActivityFact } from "./attendance-facts.ts";
import type { AttendancePolicy } from "./attendance-policy.ts";

/** Whether somebody was there for less than the policy's share of the time. Source: attendance.minimum_share. */
export function wasTooShort(
  minutes: ActivityFact["minutes"],
  { minimum_share: share }: Pick<AttendancePolicy, "minimum_share">,
): boolean {
  if (minutes === undefined || share === undefined) return false;
  return minutes.attended * share.of < minutes.held * share.parts;
}
