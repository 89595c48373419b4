import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import {
  type Attendee,
  linkRecords,
  listAttendees,
  tieRecords,
  untieRecords,
} from "#db/queries/attendance.ts";
import { insertRecords, type NewDutyRecord } from "#db/queries/duty-records.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { type ActivityKind, isSitting } from "#src/domain/activity.ts";
import { CAME } from "#src/domain/attendance/came.ts";
import { yearOf } from "#src/domain/day.ts";
import { type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { nth } from "#src/kernel/nth.ts";
import { takeOutOwn } from "./take-out-own.ts";

/**
 * Gives each deputy who came one record of the activity, and none to the others, nor to whose mandate rested. What a deputy had reported of the
 * same day and kind is linked, not doubled, and does not count where the register says that he or she was not there.
 * Returns how many records those who came have by it, and what deputies are told.
 */
export async function settleRecords(
  tx: Tx,
  activity: FoundActivity,
  attendees: readonly Attendee[],
  actorId: number,
  world: World,
): Promise<{ readonly records: number; readonly news: readonly News[] }> {
  // The session is the record; its sittings are what it is made of.
  if (isSitting(activity.kind)) return { records: 0, news: [] };
  const kind = kindOf(activity.kind, world);
  const came = attendees.filter(didDuty).map((one) => one.mandateId);
  const away = attendees.filter((one) => !didDuty(one));
  const absent = away.filter(({ status, rests }) => !CAME.has(status) && !rests);
  const news = await takeOutOwn(tx, activity, absent, { kind, actorId }, world);
  if (away.length > 0)
    await untieRecords(
      tx,
      activity.id,
      away.map((one) => one.mandateId),
    );
  if (came.length === 0) return { records: 0, news };
  await linkRecords(tx, activity.id, came, kind, { by: actorId, at: world.now });
  const present = (await listAttendees(tx, activity.id)).filter((one) => came.includes(one.mandateId));
  const missing = present.filter((one) => one.recordId === null);
  const numbers = await nextNumbers(tx, "record", yearOf(activity.onDay), missing.length);
  await insertRecords(
    tx,
    missing.map((one, index) => toRecord(activity, one, nth(numbers, index), kind, world)),
  );
  await tieRecords(tx, activity.id);
  return { records: came.length, news };
}

/** Who came and was in office: to whose mandate rests it is no duty. */
export const didDuty = ({ status, rests }: Pick<Attendee, "status" | "rests">): boolean =>
  CAME.has(status) && !rests;

/** The kind of duty that a policy makes of an activity. */
export function kindOf(activity: ActivityKind, { policy }: World): DutyKind {
  const kind = policy.records.of_activities[activity];
  if (!isDutyKind(kind)) throw new TypeError(`the policy was checked, and has ${kind}`);
  return kind;
}

const toRecord = (
  activity: FoundActivity,
  { personId, mandateId }: Attendee,
  number: string,
  kind: DutyKind,
  { now }: World,
): NewDutyRecord => ({
  number,
  personId,
  mandateId,
  kind,
  startsOn: activity.onDay,
  endsOn: activity.onDay,
  place: activity.place,
  counts: {},
  approx: [],
  narrative: activity.title,
  source: "activity",
  // The register that staff made final is its own proof.
  state: "verified",
  acknowledgedAt: now,
  activityId: activity.id,
  filedAt: now,
  verifiedAt: now,
});
