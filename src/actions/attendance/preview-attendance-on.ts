import type { Tx } from "#db/client.ts";
import { type FoundActivity, listBegunIn, listOpenOn } from "#db/queries/activities.ts";
import { listThatCallAll } from "#db/queries/called-to.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type {
  AttendanceOutcome,
  AttendanceRefusal,
  AttendanceRequest,
  NamedMark,
} from "#src/domain/requests/attendance.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Grant } from "../gate.ts";
import { previewAttendance } from "./mark-attendance.ts";

/**
 * Reads a register back where no number was said, for what was on a day, or has begun. Of several it is the one to which
 * all who are named are called; where that is not one, it is asked which.
 */
export async function previewAttendanceOn(
  tx: Tx,
  grant: Grant,
  { heldOn, words, ...said }: Extract<AttendanceRequest, { do: "attendance.preview-on" }>,
  world: World,
): Promise<SureOutcome | AttendanceOutcome | AttendanceRefusal | ActivityRefusal> {
  const open =
    heldOn === undefined
      ? await listBegunIn(tx, grant.scope, world.now)
      : await listOpenOn(tx, grant.scope, heldOn);
  const [found, ...others] = await listMeant(tx, open, said.marks);
  if (found === undefined) return heldOn === undefined ? "attendance-none-begun" : "attendance-none-on";
  if (others.length > 0) {
    const activities = [found, ...others].map((one) => toActivityView(one, world));
    return { of: "attendance.which-activity", activities, words };
  }
  return previewAttendance(tx, grant, { ...said, do: "attendance.preview", activity: found.number }, world);
}

// Where nothing calls all of them, all are left: that somebody is not called is said of the one that is chosen.
async function listMeant(
  tx: Tx,
  open: readonly FoundActivity[],
  marks: readonly NamedMark[],
): Promise<readonly FoundActivity[]> {
  const names = [...new Set(marks.map((one) => one.name))];
  if (open.length < 2 || names.length === 0) return open;
  const calling = await listThatCallAll(
    tx,
    open.map((one) => one.id),
    names,
  );
  const meant = open.filter((one) => calling.has(one.id));
  return meant.length > 0 ? meant : open;
}
