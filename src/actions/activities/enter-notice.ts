import type { Tx } from "#db/client.ts";
import { claimActivity, type FoundActivity } from "#db/queries/activities.ts";
import { type Attendee, listAttendees } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertStaffNotices } from "#db/queries/notices.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import { localDay, toInstant } from "#src/domain/local-time.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { NamesUnknown } from "#src/domain/requests/attendance-unread.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "./activity-view.ts";

/**
 * Puts on record that staff told deputies of an activity by phone or on paper: without proof of notice there is no
 * absence. Entered before the register is final; said again it changes nothing. Once the activity has begun it takes
 * the day on which they were told, which lies before. Nobody vouches for a notice to himself.
 */
export async function enterNotice(
  tx: Tx,
  grant: Grant,
  { activity: number, names, way, on }: Extract<ActivityRequest, { do: "activity.enter-notice" }>,
  world: World,
): Promise<ActivityOutcome | NamesUnknown | ActivityRefusal | "attendance-own"> {
  const found = await claimActivity(tx, number, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (found.state !== "planned") return "activity-closed";
  const at = givenAt(found, on, world);
  if (typeof at === "string") return at;
  const attendees = await listAttendees(tx, found.id);
  const actorId = grant.personId;
  const told =
    names === "everybody"
      ? attendees.filter((one) => one.personId !== actorId)
      : names.map((name) => only(attendees, name));
  const mandateIds = told.flatMap((one) => (one === undefined ? [] : [one.mandateId]));
  const activity = toActivityView(found, world);
  const unknown = names === "everybody" ? [] : names.filter((_, index) => told[index] === undefined);
  if (unknown.length > 0 || mandateIds.length === 0)
    return { of: "attendance.names-unknown", activity, names: unknown };
  if (told.some((one) => one?.personId === actorId)) return "attendance-own";
  await insertStaffNotices(tx, found.id, mandateIds, {
    way,
    enteredBy: actorId,
    at,
    since: found.standsSince,
  });
  const line = { at: world.now, actorId, action: "notice.enter", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  const entered = told.flatMap((one) => (one === undefined ? [] : [one.name]));
  return { of: "activity.notice-entered", activity, names: entered, way };
}

function givenAt(
  { startsAt, standsSince }: FoundActivity,
  on: Day | undefined,
  { now, today, zone }: World,
): Date | ActivityRefusal {
  if (on === undefined) return startsAt <= now ? "notice-no-day" : now;
  if (on === today && startsAt > now) return now;
  // Of a day nobody says the hour: at its end, or just before the beginning of the activity.
  const at = new Date(Math.min(+toInstant(addDays(on, 1), 0, zone), +startsAt));
  return on > today || on > localDay(startsAt, zone) || at < standsSince ? "notice-wrong-day" : at;
}

const only = (attendees: readonly Attendee[], name: string): Attendee | undefined => {
  const [one, ...others] = attendees.filter((each) => each.name === name);
  return others.length === 0 ? one : undefined;
};
