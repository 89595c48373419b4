import type { Tx } from "#db/client.ts";
import { claimActivity, type FoundActivity } from "#db/queries/activities.ts";
import { type Attendee, listAttendees } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertStaffNotices } from "#db/queries/notices.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import { localDay, toInstant } from "#src/domain/local-time.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityView } from "#src/domain/requests/activity.ts";
import type { Namesake } from "#src/domain/requests/attendance.ts";
import type { NamesUnknown } from "#src/domain/requests/attendance-unread.ts";
import type { EnterNotice, NoticeOutcome } from "#src/domain/requests/enter-notice.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

/**
 * Puts on record that staff told deputies of an activity by phone or on paper: without proof of notice there is no
 * absence. Entered before the register is final; said again it changes nothing. Of people of one name one is asked for. Once the activity has begun it takes
 * the day on which they were told, which lies before. Nobody vouches for a notice to himself.
 */
export async function enterNotice(
  tx: Tx,
  grant: Grant,
  request: EnterNotice,
  world: World,
): Promise<ActivityOutcome | NamesUnknown | ActivityRefusal | "attendance-own"> {
  const found = await claimActivity(tx, request.activity, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (found.state === "cancelled") return "activity-called-off";
  if (found.state === "final") return "activity-closed";
  const at = givenAt(found, request.on, world);
  if (typeof at === "string") return at;
  const attendees = await listAttendees(tx, found.id);
  const actorId = grant.personId;
  const activity = toActivityView(found, world);
  const told = whoWasTold(attendees, request, actorId, activity);
  if ("of" in told) return told;
  if (told.some((one) => one.personId === actorId)) return "attendance-own";
  const { way } = request;
  await insertStaffNotices(
    tx,
    found.id,
    told.map((one) => one.mandateId),
    { way, enteredBy: actorId, at, since: found.standsSince },
  );
  const line = { at: world.now, actorId, action: "notice.enter", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  const shared = (name: string): boolean => attendees.filter((one) => one.name === name).length > 1;
  const entered = told.map((one) => ({
    ...toNamesake(one),
    ...(shared(one.name) ? {} : { code: null, group: null }),
  }));
  return { of: "activity.notice-entered", activity, told: entered, way };
}

/** Those who were named; names that nobody has here, or the question which of several is meant. */
function whoWasTold(
  attendees: readonly Attendee[],
  request: EnterNotice,
  actorId: number,
  activity: ActivityView,
): readonly Attendee[] | NamesUnknown | Extract<NoticeOutcome, { of: "activity.whose-notice" }> {
  const { names } = request;
  if (names === "everybody") return attendees.filter((one) => one.personId !== actorId);
  const named = names.map((name) => {
    const people = attendees.filter((one) => one.name === name);
    return { name, people, meant: people.length === 0 ? "none" : whoIsMeant(people, request) };
  });
  const unknown = named.filter(({ meant }) => meant === "none").map(({ name }) => name);
  if (unknown.length > 0 || named.length === 0)
    return { of: "attendance.names-unknown", activity, names: unknown };
  const unclear = named.find(({ meant }) => meant === "unclear");
  if (unclear !== undefined)
    return { of: "activity.whose-notice", request, people: unclear.people.map(toNamesake) };
  return named.flatMap(({ meant }) => (typeof meant === "string" ? [] : meant));
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

const toNamesake = ({ personId, name, code, group }: Attendee): Namesake => ({ personId, name, code, group });

const CODES = /[A-Za-z]\d{1,9}/gu;

/** Of people of one name those who are meant: chosen, or told apart by the office's own number, or by the group. */
function whoIsMeant(
  named: readonly Attendee[],
  { names, people = [], words = "" }: EnterNotice,
): readonly Attendee[] | "none" | "unclear" {
  const codes = [...words.matchAll(CODES)].map(([code]) => code.toUpperCase());
  const coded = named.filter(({ code }) => code !== null && codes.includes(code.toUpperCase()));
  if (coded.length > 0) return coded;
  // A number that is nobody's of this name: somebody else is meant.
  if (codes.length > 0 && names.length === 1) return "none";
  if (named.length < 2) return named;
  const chosen = named.filter(({ personId }) => people.includes(personId));
  if (chosen.length > 0) return chosen;
  const grouped = named.filter(
    ({ group }) => group !== null && words.includes(group.replace(/代表小组$/u, "")),
  );
  return grouped.length === 1 ? grouped : "unclear";
}
