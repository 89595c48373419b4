import type { Tx } from "#db/client.ts";
import { keepDeliveries, lockActivity, markActivity } from "#db/queries/activities.ts";
import { type Attendee, listAttendees, markAttendance } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import type { News } from "#src/domain/news.ts";
import type {
  AttendanceOutcome,
  AttendanceRefusal,
  AttendanceRequest,
} from "#src/domain/requests/attendance.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import { toActivityView } from "../activities/activity-view.ts";
import type { Told } from "../activities/publish-activity.ts";
import type { Grant } from "../gate.ts";
import { toTally } from "./mark-attendance.ts";
import { settleRecords } from "./settle-records.ts";
import { settleSession } from "./settle-session.ts";

/**
 * Makes a register final, once everybody is marked: those who came have a record without typing one, absences are
 * judged, and from now on it changes by correction only.
 */
export async function finaliseAttendance(
  tx: Tx,
  grant: Grant,
  request: Extract<AttendanceRequest, { do: "attendance.finalise" }>,
  world: World,
): Promise<Told<AttendanceOutcome> | AttendanceOutcome | AttendanceRefusal | ActivityRefusal> {
  const found = await lockActivity(tx, request.activity, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (found.state === "final") return "attendance-already-final";
  if (found.state !== "planned") return "activity-closed";
  if (found.startsAt > world.now) return "attendance-too-early";
  const unsettled = await settleSession(tx, grant, found, world);
  if (unsettled !== null) return unsettled;
  const attendees = await listAttendees(tx, found.id);
  const activity = toActivityView(found, world);
  const unmarked = attendees.filter((one) => one.status === "expected").map((one) => one.name);
  if (unmarked.length > 0) return { of: "attendance.unmarked", activity, names: unmarked };
  if (attendees.some((one) => one.personId === grant.actorId)) return "attendance-own";
  await keepDeliveries(tx, found.id);
  await markActivity(tx, found.id, "final", world.now);
  const line = { at: world.now, actorId: grant.actorId, action: "attendance.finalise", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  const records = await settleRecords(tx, found, attendees, world);
  const news = await judgeAbsences(
    tx,
    attendees.map((one) => one.mandateId),
    world,
  );
  return { outcome: { of: "attendance.final", activity, tally: toTally(attendees), records }, news };
}

/**
 * Corrects one deputy's final attendance. All that followed from it is worked out again, and the deputy is told.
 */
export async function correctAttendance(
  tx: Tx,
  grant: Grant,
  { activity: number, name, status }: Extract<AttendanceRequest, { do: "attendance.correct" }>,
  world: World,
): Promise<Told<AttendanceOutcome> | AttendanceRefusal | ActivityRefusal> {
  const found = await lockActivity(tx, number, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (found.state !== "final") return "attendance-not-final";
  const [one, ...others] = (await listAttendees(tx, found.id)).filter((each) => each.name === name);
  if (one === undefined || others.length > 0) return "attendance-name-unknown";
  if (one.personId === grant.actorId) return "attendance-own";
  const corrected: Attendee = { ...one, status };
  const actorId = grant.actorId ?? 0;
  await markAttendance(tx, found.id, [corrected], { actorId, now: world.now, corrected: true });
  const line = { at: world.now, actorId, action: "attendance.correct", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  await settleRecords(tx, found, [corrected], world);
  const activity = toActivityView(found, world);
  const told: News = {
    to: one.personId,
    key: `attendance:${found.id}:${one.mandateId}:${world.now.getTime()}`,
    word: { kind: "attendance.changed", activity, status, by: grant.actorName },
  };
  const judged = await judgeAbsences(tx, [one.mandateId], world);
  return { outcome: { of: "attendance.corrected", activity, name, status }, news: [told, ...judged] };
}
