import { sql } from "drizzle-orm";
import type { RunningChannel } from "#src/domain/rules.ts";
import type { Tx } from "../client.ts";

/**
 * Notes that a network takes nothing any more for the accounts that these messages were for, and which of them it has
 * called gone.
 */
export async function markBlocked(tx: Tx, outboxIds: readonly number[], now: Date): Promise<void> {
  await tx.execute(sql`
    update accounts a set blocked_at = ${now.toISOString()}::timestamptz,
      gone_at = case when o.reason = 'channel.gone' then ${now.toISOString()}::timestamptz else a.gone_at end
    from outbox o
    where o.id = any(${sql.param([...outboxIds])}::int8[]) and a.conversation = o.conversation`);
}

/**
 * Sends news that found its conversation blocked to the one its person used last of those that are not, with its
 * choices, once for each conversation. An answer stays where it was asked for, and so does a mere pointer to news that
 * went elsewhere. What was written for a channel at home never goes abroad: it was written out whole.
 */
export async function redirectBlocked(
  tx: Tx,
  outboxIds: readonly number[],
  channels: readonly (RunningChannel & { readonly abroad: boolean })[],
): Promise<void> {
  await tx.execute(sql`
    with open as (select * from json_to_recordset(${JSON.stringify(channels)}::text::json)
        as c(channel text, bot text, abroad bool)),
      lost as (
        select o.id, o.key, o.conversation, a.person_id, open.abroad from outbox o
        join open on open.channel = o.channel and open.bot = o.bot
        join accounts a on a.conversation = o.conversation
        where o.id = any(${sql.param([...outboxIds])}::int8[]) and o.status = 'failed'
          and o.reason in ('channel.blocked', 'channel.gone') and o.key like 'news:%'
          and o.key not like '%:there:%'),
      moved as (
        select distinct on (lost.id) lost.id, lost.key, lost.conversation as before, x.channel, x.bot, x.conversation
        from lost join accounts x on x.person_id = lost.person_id
          join open on open.channel = x.channel and open.bot = x.bot and (lost.abroad or not open.abroad)
        where x.blocked_at is null order by lost.id, x.last_used_at desc nulls last, x.id),
      offered as (
        update choices c set conversation = moved.conversation, seq = default from moved
        where c.card = moved.key and c.conversation = moved.before)
    update outbox o set status = 'new', channel = moved.channel, bot = moved.bot, conversation = moved.conversation,
      attempts = 0, parts_sent = 0, unsure = 0, possible_repeat = false from moved where o.id = moved.id`);
}
