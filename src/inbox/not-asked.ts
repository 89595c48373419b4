import type { Facts } from "#src/domain/facts.ts";
import { isOverseas } from "#src/message/overseas.ts";
import { isWithheld } from "#src/outbox/for-abroad.ts";
import type { Reply } from "#src/text/reply.ts";
import type { Conversed } from "./converse.ts";

/**
 * Where the card of a question is not sent, since the servers are abroad, it is not open there either: a yes would do
 * what nobody has seen. Whoever asked is told to say it where it can be shown.
 */
export function withoutUnseen(conversed: Conversed, { account }: Facts): Conversed {
  if (!isOverseas(account.channel)) return conversed;
  const unseen = conversed.replies.flatMap((one) => unseenCard(one) ?? []);
  if (unseen.length === 0) return conversed;
  const { after, replies } = conversed;
  return {
    ...conversed,
    after: { ...after, pending: after.pending.filter(({ card }) => !unseen.includes(card)) },
    replies: replies.map((one) => (unseenCard(one) === undefined ? one : { kind: "abroad.not-asked" })),
  };
}

const unseenCard = (reply: Reply): string | undefined =>
  reply.kind.startsWith("sure.") && "card" in reply && isWithheld(reply) ? reply.card : undefined;
