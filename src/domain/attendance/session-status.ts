import type { AttendanceStatus } from "../activity.ts";
import type { AttendancePolicy } from "./attendance-policy.ts";
import { CAME } from "./came.ts";

/**
 * What became of a deputy at a congress session, from what became of him or her at its sittings: on leave where leave
 * was granted for all of them; absent with less than the policy's share of the others, or with none where the policy
 * has no share. A sitting that stayed unmarked, while the mandate rested, says nothing. Staff may correct it. Source: attendance.session_share of the policy.
 */
export function sessionStatus(
  sittings: readonly AttendanceStatus[],
  { session_share: share }: Pick<AttendancePolicy, "session_share">,
): Extract<AttendanceStatus, "present" | "leave" | "absent"> {
  const counted = sittings.filter((status) => status !== "leave" && status !== "expected");
  const came = counted.filter((status) => CAME.has(status)).length;
  if (counted.length === 0) return "leave";
  if (share !== undefined) return came * share.of < counted.length * share.parts ? "absent" : "present";
  return came === 0 ? "absent" : "present";
}
