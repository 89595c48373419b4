import type { Tx } from "#db/client.ts";
import { claimNamedNotices, markTold, type NamedNotice } from "#db/queries/absence-told.ts";
import { findActivity } from "#db/queries/activities.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listToldAt } from "#db/queries/told-at.ts";
import type { Day } from "#src/domain/day.ts";
import { localDay, toInstant } from "#src/domain/local-time.ts";
import type { AbsenceRefusal } from "#src/domain/requests/absence.ts";
import type { EnterTold, ToldOutcome } from "#src/domain/requests/absence-told.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Grant } from "../gate.ts";
import { TOLD, toldKey } from "./told-key.ts";
import { objectionEnd } from "./objection-end.ts";

const NOON = 12 * 60;

/**
 * Puts on record that staff told a deputy of an absence on the phone or on paper, today or on a day since the notice
 * was raised: the time for an objection runs from that day. Whoever was told already stays told as he was; of deputies
 * of one name one is asked for, and nobody vouches for what he was told himself.
 */
export async function enterTold(
  tx: Tx,
  grant: Grant,
  request: EnterTold,
  world: World,
): Promise<ToldOutcome | AbsenceRefusal | "attendance-own"> {
  const { activity: number, name, personId } = request;
  const found = await findActivity(tx, number);
  const named = await claimNamedNotices(tx, number, name, grant.scope);
  const meant = named.filter((one) => personId === undefined || one.personId === personId);
  const people = [...new Map(meant.map((one) => [one.personId, one])).values()];
  const [first, ...others] = people;
  if (first === undefined || found === undefined) return "told-none";
  if (others.length > 0)
    return {
      of: "absence.whose-told",
      request,
      people: people.map(({ personId: id, code, group }) => ({ personId: id, name, code, group })),
    };
  if (first.personId === grant.actorId) return "attendance-own";
  const activity = toActivityView(found, world);
  const before = await findToldAt(tx, meant);
  if (before !== null) {
    const on = localDay(before, world.zone);
    return { of: "absence.told-before", name, activity, on, until: objectionEnd(before, world) };
  }
  const at = toldAt(meant, request.on, world);
  if (at === null) return "told-wrong-day";
  await enter(tx, grant, meant, { at, way: request.way }, world);
  const on = localDay(at, world.zone);
  return { of: "absence.told-entered", name, activity, way: request.way, on, until: objectionEnd(at, world) };
}

/** When somebody was told of all of these, by a message or by staff; null while one of them is still to be told. */
async function findToldAt(tx: Tx, notices: readonly NamedNotice[]): Promise<Date | null> {
  const keys = notices.map((one) => toldKey(one, one.personId));
  const sent = await listToldAt(tx, keys, TOLD);
  const told = notices.flatMap((one, index) => one.toldAt ?? sent.get(keys[index] ?? "") ?? []);
  return told.length < notices.length ? null : new Date(Math.max(...told.map(Number)));
}

// Of a day nobody says the hour; only the day counts.
function toldAt(
  notices: readonly NamedNotice[],
  on: Day | undefined,
  { now, today, zone }: World,
): Date | null {
  if (on === undefined || on === today) return now;
  const since = notices.map((one) => localDay(one.createdAt, zone));
  return on > today || since.some((day) => on < day) ? null : toInstant(on, NOON, zone);
}

async function enter(
  tx: Tx,
  { actorId }: Grant,
  notices: readonly NamedNotice[],
  { at, way }: { readonly at: Date; readonly way: EnterTold["way"] },
  { now }: World,
): Promise<void> {
  const untold = notices.filter((one) => one.toldAt === null);
  await markTold(
    tx,
    untold.map(({ id }) => ({ id, at })),
    { way, actorId },
  );
  const line = { at: now, actorId, action: "absence.enter-told", subject: "absence_notice" };
  await insertAudit(
    tx,
    untold.map(({ id: subjectId }) => ({ ...line, subjectId })),
  );
}
