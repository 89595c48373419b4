import type { Tx } from "#db/client.ts";
import { listReachable } from "#db/queries/accounts.ts";
import type { Vault } from "#db/vault.ts";
import { type News, newsKey } from "#src/domain/news.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import type { World } from "#src/domain/rules.ts";
import { type Address, toAddress } from "#src/message/address.ts";
import { enqueue } from "./enqueue.ts";
import type { Outgoing } from "./outgoing.ts";

/**
 * Writes news down for the people concerned, each key once, in the conversation each used last of those that still
 * reach somebody, and outside the quiet hours. Somebody whom none reaches is accounted for as suppressed. Returns how
 * many were new.
 */
export async function tell(tx: Tx, vault: Vault, news: readonly News[], world: World): Promise<number> {
  if (news.length === 0) return 0;
  const reachable = await listReachable(
    tx,
    news.map((one) => one.to),
    world.channels,
  );
  const outgoing = news.map((one) => toOutgoing(one, reachable.get(one.to), world));
  return enqueue(tx, vault, outgoing, world.now);
}

function toOutgoing(one: News, conversation: Address | undefined, world: World): Outgoing {
  const { word: reply, expiresAt, schedule } = one;
  const wanted = one.dueAt ?? world.now;
  return {
    conversation: conversation ?? toAddress("none", "none", String(one.to)),
    key: newsKey(one),
    reply,
    ...(one.urgent === true
      ? { dueAt: wanted }
      : { dueAt: nextAllowedInstant(wanted, world.policy.reminders, world.zone), unasked: true }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(schedule === undefined ? {} : { schedule }),
    ...(conversation === undefined ? { suppressed: "unreachable" } : {}),
  };
}
