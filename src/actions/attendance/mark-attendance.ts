import type { Tx } from "#db/client.ts";
import { type FoundActivity, claimActivity } from "#db/queries/activities.ts";
import { type Attendee, listAttendees, markAttendance } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import type { AttendanceStatus } from "#src/domain/activity.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  AttendanceOutcome,
  AttendanceRefusal,
  AttendanceRequest,
  Register,
  Tally,
} from "#src/domain/requests/attendance.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "../activities/activity-view.ts";
import type { Grant } from "../gate.ts";

type Refused = AttendanceRefusal | ActivityRefusal;
type Read = { readonly activity: FoundActivity; readonly attendees: readonly Attendee[] };

/** Reads a register back: who would be marked as what. Nothing is written before the yes. */
export async function previewAttendance(
  tx: Tx,
  grant: Grant,
  { messageId, ...said }: Extract<AttendanceRequest, { do: "attendance.preview" }>,
  world: World,
): Promise<SureOutcome | Refused> {
  const read = await readRegister(tx, grant, said, world);
  if (typeof read === "string") return read;
  const { activity, marks, rest } = said;
  return {
    of: "sure",
    card: `d${messageId}`,
    request: { do: "attendance.mark", activity, marks, rest },
    question: {
      kind: "sure.register",
      activity: toActivityView(read.activity, world),
      tally: toTally(read.attendees),
      today: world.today,
    },
  };
}

/** Writes a register down as it was read back. Said again it changes nothing. */
export async function writeAttendance(
  tx: Tx,
  grant: Grant,
  said: Extract<AttendanceRequest, { do: "attendance.mark" }>,
  world: World,
): Promise<AttendanceOutcome | Refused> {
  const read = await readRegister(tx, grant, said, world);
  if (typeof read === "string") return read;
  const { activity, attendees } = read;
  const actorId = grant.actorId ?? 0;
  await markAttendance(tx, activity.id, attendees, { actorId, now: world.now, corrected: false });
  const line = { at: world.now, actorId, action: "attendance.mark", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: activity.id }]);
  return { of: "attendance.marked", activity: toActivityView(activity, world), tally: toTally(attendees) };
}

async function readRegister(tx: Tx, grant: Grant, said: Register, { now }: World): Promise<Read | Refused> {
  const activity = await claimActivity(tx, said.activity, grant.scope);
  if (activity === undefined) return "activity-unknown";
  if (activity.state === "final") return "attendance-already-final";
  if (activity.state !== "planned") return "activity-closed";
  if (activity.startsAt > now) return "attendance-too-early";
  if (said.marks.length === 0 && said.rest === null) return "attendance-nobody-named";
  const attendees = await listAttendees(tx, activity.id);
  const names = new Set(attendees.map((one) => one.name));
  if (said.marks.some((one) => !names.has(one.name))) return "attendance-name-unknown";
  if (attendees.some((one) => one.personId === grant.actorId)) return "attendance-own";
  return { activity, attendees: attendees.map((one) => ({ ...one, status: statusOf(one, said) })) };
}

// Whoever was granted leave is on leave, not absent, unless the register says that he or she came.
function statusOf({ name, status, leave }: Attendee, { marks, rest }: Register): AttendanceStatus {
  const marked = marks.find((one) => one.name === name)?.status;
  if (marked === "absent" || (marked === undefined && rest !== null && status === "expected"))
    if (leave === "approved") return "leave";
  if (marked !== undefined) return marked;
  return status === "expected" || rest !== null ? (rest ?? status) : status;
}

/** Names by status, as cards and receipts show them. */
export function toTally(attendees: readonly Attendee[]): Tally {
  const groups = Map.groupBy(attendees, (one) => one.status);
  return Object.fromEntries([...groups].map(([status, people]) => [status, people.map((one) => one.name)]));
}
