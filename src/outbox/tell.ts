import type { Tx } from "#db/client.ts";
import { listReachable } from "#db/queries/accounts.ts";
import type { Vault } from "#db/vault.ts";
import { type News, newsKey } from "#src/domain/news.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import type { World } from "#src/domain/rules.ts";
import { type Address, splitAddress, toAddress } from "#src/message/address.ts";
import { isOverseas } from "#src/message/overseas.ts";
import { enqueue } from "./enqueue.ts";
import { isWhole } from "./for-abroad.ts";
import type { Outgoing } from "./outgoing.ts";

/** What of the world there must be to tell news. */
type TellWorld = Pick<World, "now" | "zone" | "policy" | "channels">;

/**
 * Writes news down for the people concerned, each key once, in the conversation each used last of those that still
 * reach somebody, and outside the quiet hours. What is not for servers abroad goes to a conversation at home, if there
 * is one, with a mere pointer where the person was last. Somebody whom none reaches is accounted for as suppressed.
 * Returns how many were new.
 */
export async function tell(tx: Tx, vault: Vault, news: readonly News[], world: TellWorld): Promise<number> {
  if (news.length === 0) return 0;
  const reachable = await listReachable(tx, peopleOf(news), world.channels);
  const kept = news.filter((one) => !isWhole(one.word) && isAbroad(reachable.get(one.to)));
  const channels = world.channels.filter((one) => !isOverseas(one.channel));
  const atHome = kept.length === 0 ? reachable : await listReachable(tx, peopleOf(kept), channels);
  const pointed = kept.filter((one) => atHome.has(one.to));
  const outgoing = [
    ...news.map((one) => {
      const home = kept.includes(one) ? atHome.get(one.to) : undefined;
      return toOutgoing(one, one.at ?? home ?? reachable.get(one.to), world);
    }),
    ...pointed.map((one) => toOutgoing({ ...one, key: `${one.key}:there` }, reachable.get(one.to), world)),
  ];
  return enqueue(tx, vault, outgoing, world);
}

const peopleOf = (news: readonly News[]): number[] => news.map((one) => one.to);
const isAbroad = (conversation: Address | undefined): boolean =>
  conversation !== undefined && isOverseas(splitAddress(conversation).channel);

function toOutgoing(one: News, conversation: Address | undefined, world: TellWorld): Outgoing {
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
