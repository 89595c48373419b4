import type { Tx } from "#db/client.ts";
import { type FoundActivity, markActivity } from "#db/queries/activities.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { dropPendingLeaves } from "#db/queries/leaves.ts";
import { suppressInvitations } from "#db/queries/notices.ts";
import { followSittings, listSittings } from "#db/queries/sittings.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { namedInFull } from "./named-in-full.ts";
import { tellWishesOff } from "./tell-wishes-off.ts";

type Called = { readonly personId: number; readonly mandateId: number };

/**
 * Calls an activity off and tells everybody it concerned, once; a session with its sittings, and what still waited to be
 * sent or decided of them. `unsent` is how many were never told of it, and now hear nothing. `actorId` is null for the
 * operator.
 */
export async function callOff(
  tx: Tx,
  actorId: number | null,
  found: FoundActivity,
  { people, reason }: { readonly people: readonly Called[]; readonly reason: string },
  world: World,
): Promise<{ readonly news: readonly News[]; readonly unsent: number }> {
  const isSession = found.kind === "congress_session";
  const sittings = isSession ? await listSittings(tx, [found.id], world.now) : [];
  await markActivity(tx, found.id, "cancelled", { actorId, now: world.now });
  if (found.sessionId !== null) await followSittings(tx, [found.sessionId], world.now);
  const line = { at: world.now, actorId, action: "activity.cancel", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  const settled = await tellWishesOff(tx, actorId, found, world);
  const waited = await dropPendingLeaves(tx, found.id);
  const unsent = await suppressInvitations(tx, found.id, { sittings: true });
  const told = people.filter((one) => !unsent.has(one.personId));
  const activity = namedInFull(found, toActivityView(found, world));
  const own = sittings.length === 0 ? {} : { sittings: sittings.map((one) => toActivityView(one, world)) };
  const toWord = ({ personId }: Called) =>
    ({ kind: "activity.cancelled", activity, reason, ...own, leaveWaited: waited.has(personId) }) as const;
  const key = `activity:${found.number}:cancelled`;
  const mandates = people.map((one) => one.mandateId);
  // Sittings of a session may be final already: what followed from them goes with it.
  const judged = isSession ? await judgeAbsences(tx, mandates, world) : [];
  return {
    news: [...told.map((one) => ({ to: one.personId, key, word: toWord(one) })), ...settled, ...judged],
    unsent: unsent.size,
  };
}
