import type { Tx } from "#db/client.ts";
import { listOpenOn } from "#db/queries/activities.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type {
  AttendanceOutcome,
  AttendanceRefusal,
  AttendanceRequest,
} from "#src/domain/requests/attendance.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "../activities/activity-view.ts";
import type { Grant } from "../gate.ts";
import { previewAttendance } from "./mark-attendance.ts";

/**
 * Reads a register back for what was on a day, where no number was said; with several on that day it is asked which.
 */
export async function previewAttendanceOn(
  tx: Tx,
  grant: Grant,
  { heldOn, words, ...said }: Extract<AttendanceRequest, { do: "attendance.preview-on" }>,
  world: World,
): Promise<SureOutcome | AttendanceOutcome | AttendanceRefusal | ActivityRefusal> {
  const [found, ...others] = await listOpenOn(tx, grant.scope, heldOn);
  if (found === undefined) return "attendance-none-on";
  if (others.length > 0) {
    const activities = [found, ...others].map((one) => toActivityView(one, world));
    return { of: "attendance.which-activity", activities, words };
  }
  return previewAttendance(tx, grant, { ...said, do: "attendance.preview", activity: found.number }, world);
}
