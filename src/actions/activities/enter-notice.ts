import type { Tx } from "#db/client.ts";
import { claimActivity } from "#db/queries/activities.ts";
import { type Attendee, listAttendees } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertStaffNotices } from "#db/queries/notices.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "./activity-view.ts";

/**
 * Puts on record that staff told deputies of an activity by phone or on paper: without proof of notice there is no
 * absence. Entered before the register is final; said again it changes nothing. Nobody vouches for a notice to himself.
 */
export async function enterNotice(
  tx: Tx,
  grant: Grant,
  { activity: number, names, way }: Extract<ActivityRequest, { do: "activity.enter-notice" }>,
  world: World,
): Promise<ActivityOutcome | ActivityRefusal | "attendance-name-unknown" | "attendance-own"> {
  const found = await claimActivity(tx, number, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (found.state !== "planned") return "activity-closed";
  const attendees = await listAttendees(tx, found.id);
  const told = names.map((name) => only(attendees, name));
  const mandateIds = told.flatMap((one) => (one === undefined ? [] : [one.mandateId]));
  if (mandateIds.length === 0 || mandateIds.length < names.length) return "attendance-name-unknown";
  const actorId = grant.actorId ?? 0;
  if (told.some((one) => one?.personId === actorId)) return "attendance-own";
  await insertStaffNotices(tx, found.id, mandateIds, { way, enteredBy: actorId, now: world.now });
  const line = { at: world.now, actorId, action: "notice.enter", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  return { of: "activity.notice-entered", activity: toActivityView(found, world), names, way };
}

const only = (attendees: readonly Attendee[], name: string): Attendee | undefined => {
  const [one, ...others] = attendees.filter((each) => each.name === name);
  return others.length === 0 ? one : undefined;
};
