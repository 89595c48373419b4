import type { Tx } from "#db/client.ts";
import { type FoundActivity, listFinalIn } from "#db/queries/activities.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { AttendanceOutcome, AttendanceRefusal } from "#src/domain/requests/attendance.ts";
import type { RegisterOn } from "#src/domain/requests/register-on.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { correctAttendance } from "./correct-attendance.ts";
import { listHeld } from "./list-held.ts";
import { previewAttendance } from "./mark-attendance.ts";

type Answered =
  | Told<AttendanceOutcome>
  | SureOutcome
  | AttendanceOutcome
  | AttendanceRefusal
  | ActivityRefusal;

/**
 * Reads a register back where no number was said, for what was on a day, or has begun; one that puts right what was
 * registered may be of what is final, and is a correction then. Of several it is the one to which all who are named are
 * called, and which is what was said of it; where that is not one, it is asked which.
 */
export async function previewAttendanceOn(
  tx: Tx,
  grant: Grant,
  request: RegisterOn,
  world: World,
): Promise<Answered> {
  const held = await listHeld(tx, grant, request, world);
  const [found, ...others] = held;
  if (found === undefined) return findNone(tx, grant, request, world);
  if (others.length > 0)
    return {
      of: "attendance.which-activity",
      activities: held.map((one) => toActivityView(one, world)),
      words: request.words,
      final: held.filter((one) => one.state === "final").map((one) => one.number),
    };
  if (found.state === "final") return amend(tx, grant, found, request, world);
  const { checkedIn, held: minutes, marks, rest, messageId } = request;
  const register = {
    marks,
    rest,
    ...(checkedIn === undefined ? {} : { checkedIn }),
    ...(minutes === undefined ? {} : { held: minutes }),
  };
  return previewAttendance(
    tx,
    grant,
    { do: "attendance.preview", messageId, activity: found.number, ...register },
    world,
  );
}

// A whole register of what is final already changes nothing: which one it is, is said.
async function findNone(tx: Tx, grant: Grant, request: RegisterOn, world: World): Promise<Answered> {
  const { heldOn, amends = false } = request;
  if (amends) return "attendance-none-to-amend";
  if (heldOn === undefined) return "attendance-none-begun";
  const [final, ...more] = await listFinalIn(tx, grant.scope, { on: heldOn, since: world.now });
  return final === undefined || more.length > 0
    ? "attendance-none-on"
    : { of: "attendance.already-final", activity: toActivityView(final, world), by: final.closedBy };
}

async function amend(
  tx: Tx,
  grant: Grant,
  { number }: FoundActivity,
  { marks }: RegisterOn,
  world: World,
): Promise<Answered> {
  const [mark, ...more] = marks;
  if (mark === undefined) return "attendance-none-to-amend";
  if (more.length > 0) return { of: "attendance.one-by-one", activity: number, marks };
  const { name, status } = mark;
  return correctAttendance(tx, grant, { do: "attendance.correct", activity: number, name, status }, world);
}
