import type { Tx } from "#db/client.ts";
import {
  claimActivities,
  type FoundActivity,
  listBegunIn,
  listFinalIn,
  listOpenOn,
} from "#db/queries/activities.ts";
import { listThatCallAll } from "#db/queries/called-to.ts";
import { addDays } from "#src/domain/day.ts";
import type { RegisterOn } from "#src/domain/requests/register-on.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { toInstant } from "#src/domain/local-time.ts";
import type { World } from "#src/domain/rules.ts";
import { partOfDay } from "../activities/as-moved.ts";
import type { Grant } from "../gate.ts";

/** So long a register is put right by a name alone, without its day. */
const RECENT_DAYS = 31;

/**
 * What words about a register mean where they say no number: what was on their day or has begun, and calls all who are
 * named; of several what is of the kind and the half of the day that they say. What puts a register right may mean one
 * that is final, and without its day the one that was shown last.
 */
export async function listHeld(
  tx: Tx,
  grant: Grant,
  said: RegisterOn,
  world: World,
): Promise<readonly FoundActivity[]> {
  const near = said.near === undefined ? [] : await claimActivities(tx, [said.near], grant.scope);
  const [shown] = await thatCall(tx, near.filter(isHeld(world)), said, true);
  if (shown !== undefined) return [shown];
  const open =
    said.heldOn === undefined
      ? await listBegunIn(tx, grant.scope, world.now)
      : await listOpenOn(tx, grant.scope, said.heldOn);
  const since = toInstant(addDays(world.today, -RECENT_DAYS), 0, world.zone);
  const final = said.amends === true ? await listFinalIn(tx, grant.scope, { on: said.heldOn, since }) : [];
  const meant = await thatCall(tx, [...open, ...final], said, said.amends === true);
  return narrow(meant, said, world);
}

const isHeld =
  ({ now }: World) =>
  ({ state, startsAt }: FoundActivity): boolean =>
    state === "final" || (state === "planned" && startsAt <= now);

// Where nothing calls all of them, all are left: that somebody is not called is said of the one that is chosen.
async function thatCall(
  tx: Tx,
  held: readonly FoundActivity[],
  { marks }: RegisterOn,
  surely: boolean,
): Promise<readonly FoundActivity[]> {
  const names = [...new Set(marks.map((one) => one.name))];
  if ((held.length < 2 && !surely) || held.length === 0 || names.length === 0) return held;
  const calling = await listThatCallAll(
    tx,
    held.map((one) => one.id),
    names,
  );
  const meant = held.filter((one) => calling.has(one.id));
  return meant.length > 0 || surely ? meant : held;
}

function narrow(
  held: readonly FoundActivity[],
  { kinds, part, heldOn }: RegisterOn,
  world: World,
): readonly FoundActivity[] {
  const ofKind = only(held, ({ kind }) => kinds?.includes(kind) === true);
  const ofPart = only(
    ofKind,
    (one) => part !== undefined && partOfDay(toActivityView(one, world).time) === part,
  );
  // 上午的会 without its day is of today.
  const ofDay =
    heldOn === undefined && part !== undefined ? only(ofPart, ({ onDay }) => onDay === world.today) : ofPart;
  // Who came to a session is told sitting by sitting.
  const sessions = new Set(ofDay.map((one) => one.sessionId));
  return kinds?.length === 1 && kinds[0] === "congress_session"
    ? ofDay
    : only(ofDay, ({ id }) => !sessions.has(id));
}

const only = (
  held: readonly FoundActivity[],
  isMeant: (one: FoundActivity) => boolean,
): readonly FoundActivity[] => (held.some(isMeant) ? held.filter(isMeant) : held);
