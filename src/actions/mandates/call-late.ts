import type { Tx } from "#db/client.ts";
import { deleteLapsedCalls, insertLateCalls, type LateCall, listLateCalls } from "#db/queries/late-calls.ts";
import { type News, newsKey, type NewsWord } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

/**
 * Lets what is planned follow changes of mandates: whoever is no longer in office that day is expected no more, and
 * whoever sits there by now is called like everybody else; to a session with its sittings by one word. Whoever was
 * called before keeps the answer, but what was said before proves no notice of the new call, unless the change was a
 * mistake that is `undone`. Returns the invitations.
 */
export async function callLate(
  tx: Tx,
  people: readonly number[],
  world: World,
  how: "changed" | "undone" = "changed",
): Promise<News[]> {
  await deleteLapsedCalls(tx, people, world.now);
  const calls = await listLateCalls(tx, people, world.now);
  const spoken = calls.filter((one) => !isToldWithSession(one, calls));
  const isSpoken = new Set(spoken);
  await insertLateCalls(
    tx,
    calls.map((one) => ({
      ...one,
      outboxKey: isSpoken.has(one) ? newsKey({ key: keyOf(one), to: one.personId }) : null,
      calledAt: how === "undone" && one.lapsed !== null ? one.lapsed.calledAt : world.now,
    })),
  );
  return spoken.map((one) => toInvitation(one, sittingsOf(one, calls), world));
}

const sittingsOf = ({ activityId, personId }: LateCall, calls: readonly LateCall[]): LateCall[] =>
  calls.filter((one) => one.sessionId === activityId && one.personId === personId);

// Whoever is called to some sittings only, and not to the session, is told of these.
const isToldWithSession = ({ sessionId, personId }: LateCall, calls: readonly LateCall[]): boolean =>
  sessionId !== null && calls.some((one) => one.activityId === sessionId && one.personId === personId);

// The mandate makes it a call of its own, and so does the call that lapsed: somebody may be called again and again.
const keyOf = ({ number, mandateId, lapsed }: LateCall): string =>
  `activity:${number}:late:${mandateId}:${lapsed?.id ?? 0}`;

const toInvitation = (call: LateCall, sittings: readonly LateCall[], world: World): News => ({
  to: call.personId,
  key: keyOf(call),
  word: toWord(call, sittings, world),
  expiresAt: call.startsAt,
});

function toWord(call: LateCall, sittings: readonly LateCall[], world: World): NewsWord {
  const activity = toActivityView(call, world);
  if (sittings.length === 0) return { kind: "activity.invited", activity, content: call.content };
  return { kind: "session.called", activity, sittings: sittings.map((one) => toActivityView(one, world)) };
}
