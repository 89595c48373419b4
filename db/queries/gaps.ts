import { sql } from "drizzle-orm";
import type { RunningChannel } from "#src/domain/rules.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";

/** Somebody who talks in a channel, and the question about a gap that was last written down for him. */
export type Talker = {
  readonly personId: number;
  readonly conversation: Address;
  readonly usedAt: Date | null;
  readonly asked: Asked | null;
};

/** A question about a gap: when it is due, and since when what it asks about went unheard. */
export type Asked = { readonly at: Date; readonly from: Date };

type TalkerRow = {
  person: string;
  conversation: string;
  used: string | null;
  asked: string | null;
  since: string | null;
};

/** Those who spoke in a channel last, later than `since`, or whose words still wait there to be handled. */
export async function listTalkers(
  tx: Tx,
  { channel, bot }: RunningChannel,
  since: Date,
): Promise<readonly Talker[]> {
  const rows = await tx.execute<TalkerRow>(sql`
    select distinct on (a.person_id) a.person_id::text person, a.conversation, a.last_used_at used,
      a.gap_asked_at asked, a.gap_from since
    from accounts a
    where a.channel = ${channel} and a.bot = ${bot} and (
      a.last_used_at > ${since.toISOString()}::timestamptz and not exists (
        select 1 from accounts o where o.person_id = a.person_id and o.last_used_at > a.last_used_at)
      or exists (select 1 from inbox i where i.conversation = a.conversation and i.status = 'waiting'))
    order by a.person_id, a.last_used_at desc nulls last, a.id`);
  return rows.map((row) => ({
    personId: Number(row.person),
    conversation: row.conversation,
    usedAt: row.used === null ? null : new Date(row.used),
    asked:
      row.asked === null || row.since === null
        ? null
        : { at: new Date(row.asked), from: new Date(row.since) },
  }));
}

/** Drops questions about a gap that surely were not sent yet, for a wider one; in which conversations there were any. */
export async function dropUnsentQuestions(
  tx: Tx,
  conversations: readonly Address[],
): Promise<ReadonlySet<Address>> {
  const rows = await tx.execute<{ conversation: string }>(sql`
    update outbox set status = 'suppressed', reason = 'merged'
    where conversation = any(${sql.param([...conversations])}::text[]) and status = 'new' and kind = 'channel.gap'
      and not possible_repeat
    returning conversation`);
  return new Set(rows.map((row) => row.conversation));
}

/** Notes in conversations which question about a gap was written down for them. */
export async function markAsked(
  tx: Tx,
  questions: readonly { readonly conversation: Address; readonly asked: Asked }[],
): Promise<void> {
  const rows = questions.map(({ conversation, asked }) => ({ conversation, ...asked }));
  await tx.execute(sql`
    update accounts a set gap_asked_at = q.at, gap_from = q.from
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as q(conversation text, at timestamptz, "from" timestamptz)
    where a.conversation = q.conversation`);
}
