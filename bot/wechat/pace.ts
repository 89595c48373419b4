import type { Pace } from "#src/message/channel.ts";

/**
 * How fast WeChat is written to. Tencent tells nobody what makes an account look like a machine; what provokes it by
 * all accounts is many messages in a short time, and regular ones. So this stays well below somebody who answers many
 * chats by hand: such a person needs 5 to 10 seconds for a short message, a few hundred an hour at the most, in bursts
 * and never on the beat.
 *
 * From the answer of one call to the next, of whatever kind, 2.5 to 6.5 seconds pass, 4.5 in the mean: who is answered
 * in two parts still sees the second before he wonders. In any hour there are at most 240, 60 of them as fast as the
 * gaps allow, then one in 20 seconds: a notice to 200 people takes about fifty minutes, in which answers go first.
 */
export const WECHAT_PACE: Pace = {
  // Held in the database as well, so that not even two processes are faster together.
  perSecond: 1,
  gapMs: 2_500,
  jitterMs: 4_000,
  perHour: 240,
};
