import type { Tx } from "#db/client.ts";
import { listLogins } from "#db/queries/accounts.ts";
import type { News } from "#src/domain/news.ts";
import type { RunningChannel, World } from "#src/domain/rules.ts";
import { splitAddress } from "#src/message/address.ts";
import type { BadNumber } from "./bad-number.ts";

/** True for a conversation in one of these channels. */
export const runsIn =
  (channels: readonly RunningChannel[]) =>
  (conversation: string): boolean => {
    const { channel, bot } = splitAddress(conversation);
    return channels.some((one) => one.channel === channel && one.bot === bot);
  };

/**
 * What the owner of an authenticator is told whose numbers somebody guesses: once a day, wherever he is bound, since one
 * of these may be where it is tried.
 */
export async function tellOwner(
  tx: Tx,
  { guessed }: BadNumber,
  { today, channels }: Pick<World, "today" | "channels">,
): Promise<News[]> {
  if (guessed === undefined) return [];
  const { personId: to, shut } = guessed;
  const bound = (await listLogins(tx, to)).map((one) => one.conversation).filter(runsIn(channels));
  return bound.map((at) => ({
    to,
    at,
    key: `numbers:${today}:${shut ? "shut" : "tried"}:${at}`,
    word: { kind: "account.numbers-guessed", shut },
  }));
}
