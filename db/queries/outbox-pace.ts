import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import type { OutboxClaim, SendingMessage } from "./outbox.ts";

type Offer = OutboxClaim["channels"][number];
/** An offer of one process, with the limits of its network; without them it is not held back. */
export type PacedOffer = Offer & { readonly perSecond?: number; readonly conversationMs?: number };

/** What is left of offers when all processes are counted, and in how many milliseconds there may be more. */
export type HeldOffers<T extends Offer> = { readonly offers: readonly T[]; readonly againMs: number | null };

const SECOND = 1_000;

type PaceRow = { channel: string; bot: string; used: number; resting: string[]; again: number | null };

/**
 * Holds offers to the limits that all processes of one bot keep together. Until the transaction ends no other process
 * can do the same for these bots, so that nobody counts what another is about to claim.
 */
export async function holdToPace<T extends PacedOffer>(tx: Tx, offers: readonly T[]): Promise<HeldOffers<T>> {
  const paced = offers.filter((one) => one.perSecond !== undefined || one.conversationMs !== undefined);
  if (paced.length === 0) return { offers, againMs: null };
  // Over all bots, so that the index is asked for a few seconds and nothing else.
  const longest = Math.max(SECOND, ...paced.map(({ conversationMs = 0 }) => conversationMs));
  const limits = sql`json_to_recordset(${JSON.stringify(paced)}::text::json)
    as c(channel text, bot text, "conversationMs" int4)`;
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('pace ' || c.channel || ':' || c.bot, 0))
    from ${limits} order by c.channel, c.bot`);
  const rows = await tx.execute<PaceRow>(sql`
    with had as (
      select c.channel, c.bot, m.conversation, m.had_by + interval '1 second' as counts_until,
        m.had_by + make_interval(secs => coalesce(c."conversationMs", 0) / 1000.0) as rests_until
      from ${limits} join outbox m on m.channel = c.channel and m.bot = c.bot
        and m.had_by > now() - make_interval(secs => ${longest / SECOND}))
    select channel, bot, count(*) filter (where counts_until > clock_timestamp())::int as used,
      coalesce(array_agg(conversation) filter (where rests_until > clock_timestamp()), '{}') as resting,
      ceil(extract(epoch from min(least(counts_until, rests_until)) filter
        (where least(counts_until, rests_until) > clock_timestamp()) - clock_timestamp()) * 1000)::int as again
    from had group by channel, bot`);
  const waits = rows.flatMap(({ again }) => again ?? []);
  return {
    offers: offers.map((offer) => heldBack(offer, rows)),
    againMs: waits.length === 0 ? null : Math.min(...waits),
  };
}

function heldBack<T extends PacedOffer>(offer: T, rows: readonly PaceRow[]): T {
  const { channel, bot, perSecond = Infinity } = offer;
  const row = rows.find((one) => one.channel === channel && one.bot === bot);
  if (row === undefined) return offer;
  const most = Math.max(0, Math.min(offer.most, perSecond - row.used));
  return { ...offer, most, resting: [...new Set([...offer.resting, ...row.resting])] };
}

/** Counts claimed messages of these bots from now on: a network that has not answered in a second has had them. */
export async function countAsHad(
  tx: Tx,
  claimed: readonly SendingMessage[],
  offers: readonly PacedOffer[],
): Promise<void> {
  const isPaced = (one: SendingMessage): boolean =>
    offers.some(
      ({ channel, bot, perSecond, conversationMs }) =>
        channel === one.channel && bot === one.bot && (perSecond ?? conversationMs) !== undefined,
    );
  const ids = claimed.filter(isPaced).map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.execute(sql`
    update outbox set had_by = clock_timestamp() + interval '1 second' where id = any(${sql.param(ids)}::int8[])`);
}

/**
 * The calls of one bot in the last hour that left or may have, oldest first; a message of several parts counts where its
 * last one was. What waits for a network that is away has cost nothing.
 */
export async function listPastCalls(
  tx: Tx,
  { name, bot }: { readonly name: string; readonly bot: string },
): Promise<{ readonly agoMs: number; readonly count: number }[]> {
  const rows = await tx.execute<{ ago: number; count: number }>(sql`
    select greatest(0, extract(epoch from clock_timestamp() - had_by) * 1000)::float8 as ago,
      parts_sent + unsure + (status = 'sending' or status = 'failed' and reason is distinct from 'channel.away')::int as count
    from outbox where channel = ${name} and bot = ${bot} and had_by > now() - interval '1 hour' order by had_by`);
  return rows.flatMap(({ ago, count }) => (count > 0 ? [{ agoMs: ago, count }] : []));
}
