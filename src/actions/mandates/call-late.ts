import type { Tx } from "#db/client.ts";
import { deleteLapsedCalls, insertLateCalls, type LateCall, listLateCalls } from "#db/queries/late-calls.ts";
import { type News, newsKey } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "../activities/activity-view.ts";

/**
 * Lets what is planned follow changes of mandates: whoever is no longer in office that day is expected no more, and
 * whoever sits there by now is called like everybody else. Returns the invitations.
 */
export async function callLate(tx: Tx, people: readonly number[], world: World): Promise<News[]> {
  await deleteLapsedCalls(tx, people, world.now);
  const calls = await listLateCalls(tx, people, world.now);
  const news = calls.filter((one) => !one.isSitting).map((one) => toInvitation(one, world));
  await insertLateCalls(
    tx,
    calls.map((one) => ({ ...one, outboxKey: newsKey({ key: keyOf(one), to: one.personId }) })),
  );
  return news;
}

// The mandate makes it a call of its own: somebody may have been called in another seat before.
const keyOf = ({ number, mandateId }: LateCall): string => `activity:${number}:late:${mandateId}`;

const toInvitation = (call: LateCall, world: World): News => ({
  to: call.personId,
  key: keyOf(call),
  word: { kind: "activity.invited", activity: toActivityView(call, world), content: call.content },
  expiresAt: call.startsAt,
});
