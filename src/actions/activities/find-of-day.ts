import type { Tx } from "#db/client.ts";
import { type FoundActivity, listOpenIn, listOpenOn } from "#db/queries/activities.ts";
import { listThatCallAll } from "#db/queries/called-to.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { toLocal } from "#src/domain/local-time.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { ActivityOfDay, MeantActivity, WhichOfDay } from "#src/domain/requests/activity-of-day.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

/**
 * The number of the activity that is meant by its day, by its part of the day and by what it is called, of those that a
 * speaker looks after and that are not final. Where several are left, or none is what was named, it is asked which: what
 * is put on record of the wrong one is worse than a question.
 */
export async function findOfDay(
  tx: Tx,
  grant: Grant,
  request: ActivityOfDay,
  world: World,
): Promise<{ readonly number: string } | WhichOfDay | ActivityRefusal> {
  const open = await listOpen(tx, grant, request, world);
  if (open.length === 0) return request.days.length === 0 ? "activity-none-such" : "activity-none-on";
  const alike = open.filter((one) => isAlike(one, request, world));
  const left = await listCalling(tx, alike.length > 0 ? alike : open, request);
  const last = left.find((one) => one.number === request.last);
  const [found, ...others] = last === undefined ? left : [last];
  if (alike.length > 0 && found !== undefined && others.length === 0) return { number: found.number };
  return {
    of: "activity.which-of-day",
    activities: left.map((one) => toActivityView(one, world)),
    wanted: request.wanted,
  };
}

async function listOpen(
  tx: Tx,
  { scope }: Grant,
  { days: [day, other], kinds }: MeantActivity,
  world: World,
): Promise<readonly FoundActivity[]> {
  if (day === undefined) {
    const ahead = (await listOpenIn(tx, scope, world.now)).filter((one) => one.startsAt > world.now);
    return kinds === undefined ? ahead : ahead.filter((one) => kinds.includes(one.kind));
  }
  const open = await listOpenOn(tx, scope, day);
  return open.length > 0 || other === undefined ? open : listOpenOn(tx, scope, other);
}

const NOON = 12 * 60;
const EVENING = 18 * 60;

function isAlike(
  { kind, startsAt }: FoundActivity,
  { kinds, part }: MeantActivity,
  { zone }: World,
): boolean {
  const { minute } = toLocal(startsAt, zone);
  const its = minute < NOON ? "morning" : minute < EVENING ? "afternoon" : "evening";
  return (kinds?.includes(kind) ?? true) && (part === undefined || part === its);
}

// Of several on that day, those to which all who are named are called.
async function listCalling(
  tx: Tx,
  open: readonly FoundActivity[],
  { wanted }: ActivityOfDay,
): Promise<readonly FoundActivity[]> {
  if (open.length < 2 || wanted.do !== "activity.enter-notice" || wanted.names === "everybody") return open;
  const ids = open.map((one) => one.id);
  const calling = await listThatCallAll(tx, ids, [...new Set(wanted.names)]);
  const meant = open.filter((one) => calling.has(one.id));
  return meant.length > 0 ? meant : open;
}
