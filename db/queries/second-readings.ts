import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";
import type { ClaimedMessage } from "./inbox.ts";
import { LEASE_SECONDS } from "./lease-seconds.ts";

/** What came of asking: null where there was no proper answer, or none yet. */
export type SecondReadingRow = { readonly proposal: Buffer | null };

/** A message to read a second time: its sealed body, and when it was written. */
export type AskedReading = { readonly inboxId: number; readonly body: Buffer; readonly sentAt: Date };

/**
 * Has messages read a second time and puts them back meanwhile, for `patienceMs` at most: what comes after them in
 * their conversations waits as well. Only of messages whose token is still valid.
 */
export async function askForReading(
  tx: Tx,
  messages: readonly ClaimedMessage[],
  patienceMs: number,
): Promise<void> {
  const list = (pick: (one: ClaimedMessage) => number) => sql`${sql.param(messages.map(pick))}::int8[]`;
  await tx.execute(sql`
    with put_back as (
      update inbox i set lease_token = null, lease_until = null, claims = claims - 1,
        due_at = clock_timestamp() + make_interval(secs => ${patienceMs / 1000})
      from unnest(${list((one) => one.id)}, ${list((one) => one.token)}) as t(id, token)
      where i.id = t.id and i.lease_token = t.token and i.status = 'waiting' returning i.id)
    insert into second_readings (inbox_id) select id from put_back on conflict do nothing`);
}

/** What came of the second readings of messages, by the message's id; absent where none was asked for. */
export async function listSecondReadings(
  tx: Tx,
  ids: readonly number[],
): Promise<Map<number, SecondReadingRow>> {
  const rows = await tx.execute<{ id: string; proposal: Buffer | null }>(sql`
    select inbox_id::text as id, proposal from second_readings where inbox_id = any(${sql.param([...ids])}::int8[])`);
  return new Map(rows.map(({ id, proposal }) => [Number(id), { proposal }]));
}

/**
 * Claims up to `limit` messages that wait for their second reading, for as long as a lease lasts. What has taken effect
 * meanwhile is nobody's business any more.
 */
export async function claimReadings(tx: Tx, limit: number): Promise<AskedReading[]> {
  const rows = await tx.execute<{ id: string; body: Buffer; sent_at: string }>(sql`
    with asked as (
      select s.inbox_id, i.body, i.sent_at from second_readings s join inbox i on i.id = s.inbox_id
      where s.status = 'asked' and (s.lease_until is null or s.lease_until < clock_timestamp())
        and i.status = 'waiting'
      order by s.inbox_id limit ${limit} for update of s skip locked)
    update second_readings r set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    from asked where r.inbox_id = asked.inbox_id
    returning r.inbox_id::text as id, asked.body, asked.sent_at`);
  return rows.map((row) => ({ inboxId: Number(row.id), body: row.body, sentAt: new Date(row.sent_at) }));
}

/**
 * Notes what came of a second reading, null for nothing; its message waits no longer. The message is locked before its
 * reading, as its effect does: whoever comes second waits, and neither waits for the other.
 */
export async function saveReading(tx: Tx, inboxId: number, proposal: Buffer | null): Promise<void> {
  await tx.execute(sql`
    with held as (select id from inbox where id = ${inboxId} for update),
    read as (
      update second_readings r set status = ${proposal === null ? "silent" : "answered"},
        proposal = ${proposal === null ? null : toHex(proposal)}::text::bytea
      from held where r.inbox_id = held.id and r.status = 'asked' returning r.inbox_id)
    update inbox i set due_at = clock_timestamp() from read where i.id = read.inbox_id and i.status = 'waiting'`);
}

/** Forgets the second readings of messages. */
export async function deleteReadings(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.execute(sql`delete from second_readings where inbox_id = any(${sql.param([...ids])}::int8[])`);
}
