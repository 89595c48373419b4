import type { Tx } from "#db/client.ts";
import { claimOutgoing, type OutboxClaim, type SendingMessage } from "#db/queries/outbox.ts";
import { countAsHad, holdToPace } from "#db/queries/outbox-pace.ts";
import type { Pace } from "#src/message/channel.ts";

/** What one process can send in a channel just now, with the channel's pace. */
export type Offer = OutboxClaim["channels"][number] &
  Pace & {
    /** What nobody asked for may go out too. */
    readonly news: boolean;
  };
type Claim = Omit<OutboxClaim, "channels"> & { readonly channels: readonly Offer[] };

/** What was claimed, how much it could have been at the most, and in how many milliseconds there may be more. */
export type Claimed = {
  readonly claimed: readonly SendingMessage[];
  readonly most: number;
  readonly againMs: number | null;
};

/**
 * Claims what is due, as far as all processes of one bot together may send it: the limits of this one alone are the
 * pacer's. Where calls have gaps between them answers come first.
 */
export async function claimInPace(tx: Tx, claim: Claim): Promise<Claimed> {
  if (claim.channels.length === 0) return { claimed: [], most: Infinity, againMs: null };
  const { offers, againMs } = await holdToPace(tx, claim.channels);
  const claimed = await claimAnswersFirst(tx, claim, offers);
  await countAsHad(tx, claimed, claim.channels);
  return { claimed, most: Math.min(...offers.map((offer) => offer.most)), againMs };
}

// Nobody who has just asked waits behind a notice to two hundred people.
async function claimAnswersFirst(tx: Tx, { holder, now }: Claim, offers: readonly Offer[]) {
  const claimFrom = (channels: OutboxClaim["channels"]) =>
    channels.length === 0 ? [] : claimOutgoing(tx, { holder, now, channels });
  const answers = await claimFrom(
    offers.filter(({ gapMs }) => gapMs !== undefined).map((offer) => ({ ...offer, answers: true })),
  );
  const isLeft = ({ channel, bot, gapMs, news }: Offer): boolean =>
    gapMs === undefined || (news && !answers.some((one) => one.channel === channel && one.bot === bot));
  return [...answers, ...(await claimFrom(offers.filter(isLeft)))];
}
