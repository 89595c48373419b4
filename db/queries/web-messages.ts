import { sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";

/** A message for a browser, its body already sealed. */
export type WebMessageRow = {
  readonly conversation: Address;
  readonly key: string;
  readonly kind: string;
  readonly body: Buffer;
};

/**
 * Adds messages, numbered on from each conversation's last; returns the number of every key, also of those that were
 * there before. Conversations are locked in order, so that two processes never give a number twice nor wait for
 * each other.
 */
export async function appendWebMessages(
  tx: Tx,
  rows: readonly WebMessageRow[],
  now: Date,
): Promise<Map<string, number>> {
  const list = <T>(pick: (row: WebMessageRow) => T) => sql.param(rows.map(pick));
  const conversations = sql.param([...new Set(rows.map((row) => row.conversation))].sort());
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(c, 2)) from unnest(${conversations}::text[]) c`,
  );
  await tx.execute(sql`
    insert into web_messages (conversation, seq, key, kind, body, at)
    select t.c, coalesce((select max(seq) from web_messages w where w.conversation = t.c), 0)
        + row_number() over (partition by t.c order by t.n), t.k, t.d, t.b, ${now.toISOString()}::timestamptz
    from unnest(${list((row) => row.conversation)}::text[], ${list((row) => row.key)}::text[],
      ${list((row) => row.kind)}::text[], ${list((row) => toHex(row.body))}::text[]::bytea[])
      with ordinality as t(c, k, d, b, n)
    where not exists (select 1 from web_messages w where w.key = t.k)`);
  const found = await tx.execute<{ key: string; seq: number }>(
    sql`select key, seq from web_messages where key = any(${list((row) => row.key)}::text[])`,
  );
  return new Map(found.map((row) => [row.key, row.seq]));
}

/** Notes that a browser has what its conversation holds up to a number: it has arrived. Said again it changes nothing. */
export async function markFetched(tx: Tx, conversation: Address, upTo: number, now: Date): Promise<void> {
  await tx.execute(sql`
    update outbox o set fetched_at = ${now.toISOString()}::timestamptz from web_messages w
    where o.conversation = ${conversation} and o.held and o.fetched_at is null and w.key = o.key
      and w.conversation = o.conversation and w.seq <= ${Math.min(upTo, 2_147_483_647)}`);
}

/** What a conversation holds after a number, oldest first. */
export async function listWebMessages(
  tx: Tx,
  conversation: Address,
  after: number,
  limit: number,
): Promise<{ seq: number; kind: string; body: Buffer; at: Date }[]> {
  const rows = await tx.execute<{ seq: number; kind: string; body: Buffer; at: string }>(sql`
    select seq, kind, body, at from web_messages
    where conversation = ${conversation} and body is not null and seq > ${Math.min(after, 2_147_483_647)} order by seq limit ${limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** The positions of those in the list for whom there is something after their number. One statement for all. */
export async function findNewMail(
  tx: Tx,
  readers: readonly { readonly conversation: Address; readonly after: number }[],
): Promise<number[]> {
  const rows = await tx.execute<{ at: number }>(sql`
    select (t.n - 1)::int as at from unnest(${sql.param(readers.map((one) => one.conversation))}::text[],
      ${sql.param(readers.map((one) => Math.min(one.after, 2_147_483_647)))}::int8[]) with ordinality as t(c, a, n)
    where exists (select 1 from web_messages w where w.conversation = t.c and w.seq > t.a and w.body is not null)`);
  return rows.map((row) => row.at);
}
