import { type SQL, sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";
import { LEASE_SECONDS } from "./lease-seconds.ts";

/** A message to store, its body already sealed. */
export type InboxRow = {
  readonly channel: string;
  readonly bot: string;
  readonly externalId: string;
  /** Null where its network changes nothing afterwards. */
  readonly networkId: string | null;
  readonly conversation: Address;
  readonly sender: Address;
  readonly body: Buffer;
  readonly sentAt: Date;
};

/** A message that this process may handle until the lease ends, as long as the token is still the row's. */
export type ClaimedMessage = {
  readonly id: number;
  readonly token: number;
  readonly channel: string;
  readonly bot: string;
  readonly conversation: Address;
  readonly sender: Address;
  readonly body: Buffer;
  readonly sentAt: Date;
  readonly claims: number;
  readonly failures: number;
};

const list = <T>(rows: readonly InboxRow[], pick: (row: InboxRow) => T) => sql.param(rows.map(pick));

/**
 * Stores messages and returns the external ids (with channel and bot) that were not there before. Takes each
 * conversation's advisory lock first, so that ids follow arrival even when two processes store at once.
 */
export async function insertMessages(tx: Tx, rows: readonly InboxRow[]): Promise<Set<string>> {
  const conversations = sql.param([...new Set(rows.map((row) => row.conversation))].sort());
  const locked = tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(c, 1)) from unnest(${conversations}::text[]) c`,
  );
  const inserted = tx.execute<{ channel: string; bot: string; external_id: string }>(sql`
    insert into inbox (channel, bot, external_id, network_id, conversation, sender, body, sent_at)
    select * from unnest(
      ${list(rows, (row) => row.channel)}::text[], ${list(rows, (row) => row.bot)}::text[],
      ${list(rows, (row) => row.externalId)}::text[], ${list(rows, (row) => row.networkId)}::text[],
      ${list(rows, (row) => row.conversation)}::text[],
      ${list(rows, (row) => row.sender)}::text[], ${list(rows, (row) => toHex(row.body))}::text[]::bytea[],
      ${list(rows, (row) => row.sentAt.toISOString())}::timestamptz[])
    on conflict (channel, bot, external_id) do nothing
    returning channel, bot, external_id`);
  // Sent one behind the other without waiting between them; the database runs them in this order.
  const [, added] = await Promise.all([locked, inserted]);
  return new Set(added.map((row) => messageKey(row.channel, row.bot, row.external_id)));
}

/** Whether a delivery was stored before. */
export async function isStored(
  tx: Tx,
  {
    channel,
    bot,
    externalId,
  }: { readonly channel: string; readonly bot: string; readonly externalId: string },
): Promise<boolean> {
  const found = await tx.execute(sql`
    select 1 from inbox where channel = ${channel} and bot = ${bot} and external_id = ${externalId}`);
  return found.length > 0;
}

/** What makes two deliveries the same message. */
export const messageKey = (channel: string, bot: string, externalId: string): string =>
  `${channel}\n${bot}\n${externalId}`;

/** Claimed this often and never finished, a message may be what kills the process. */
const SUSPECT_CLAIMS = 3;
const CALM = sql`m.claims < ${SUSPECT_CLAIMS} and m.failures = 0`;

/**
 * Claims the oldest waiting message of up to `limit` conversations for `LEASE_SECONDS`. A conversation whose oldest
 * message is in another's hands, waits for its next try or is suspect offers nothing: order is kept.
 */
export const claimMessages = (tx: Tx, holder: string, limit: number): Promise<ClaimedMessage[]> =>
  claimHeads(tx, holder, limit, CALM);

/**
 * Claims one message that failed before, or was claimed again and again and never finished. Never more than one: in a
 * process that keeps dying, those that wait in line behind the guilty one must not become guilty too.
 */
export const claimSuspect = (tx: Tx, holder: string): Promise<ClaimedMessage[]> =>
  claimHeads(tx, holder, 1, sql`not (${CALM})`);

async function claimHeads(tx: Tx, holder: string, limit: number, which: SQL): Promise<ClaimedMessage[]> {
  const rows = await tx.execute<ClaimedRow>(sql`
    with heads as (
      select m.id from inbox m
      where m.status = 'waiting' and ${which} and m.due_at <= clock_timestamp()
        and (m.lease_until is null or m.lease_until < clock_timestamp())
        and m.id = (select e.id from inbox e
          where e.status = 'waiting' and e.conversation = m.conversation order by e.id limit 1)
      order by m.id limit ${limit} for update skip locked)
    update inbox i set lease_token = nextval('lease_tokens'), lease_holder = ${holder}, claims = claims + 1,
      lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    where i.id = any(array(select id from heads))
    returning i.id::int8::text as id, i.lease_token::text as token, i.channel, i.bot, i.conversation, i.sender,
      i.body, i.sent_at, i.claims, i.failures`);
  return rows.map(toClaimed).sort((a, b) => a.id - b.id);
}

type ClaimedRow = Omit<ClaimedMessage, "id" | "token" | "sentAt"> & {
  id: string;
  token: string;
  sent_at: string;
};

function toClaimed({ id, token, sent_at: sentAt, ...row }: ClaimedRow): ClaimedMessage {
  return { ...row, id: Number(id), token: Number(token), sentAt: new Date(sentAt) };
}

/**
 * Marks messages done and returns the ids of those whose token was still valid. Called first in the effect
 * transaction: the rows stay locked until it commits, and a zombie gets back nothing and changes nothing.
 */
export async function markDone(tx: Tx, messages: readonly ClaimedMessage[], now: Date): Promise<Set<number>> {
  const done = await tx.execute<{ id: string }>(sql`
    update inbox i set status = 'done', done_at = ${now.toISOString()}::timestamptz, lease_token = null,
      lease_until = null
    from unnest(${sql.param(messages.map((one) => one.id))}::int8[],
      ${sql.param(messages.map((one) => one.token))}::int8[]) as t(id, token)
    where i.id = t.id and i.lease_token = t.token and i.status = 'waiting'
    returning i.id::text as id`);
  return new Set(done.map((row) => Number(row.id)));
}

/** Renews the leases of messages that are still under way with a valid token. */
export async function extendLeases(tx: Tx, messages: readonly ClaimedMessage[]): Promise<void> {
  // Rows whose effect is being written are locked, and need no lease any more.
  await tx.execute(sql`
    update inbox i set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    from (select m.id from inbox m join unnest(${sql.param(messages.map((one) => one.id))}::int8[],
        ${sql.param(messages.map((one) => one.token))}::int8[]) as t(id, token) on m.id = t.id
      where m.lease_token = t.token and m.status = 'waiting' for update of m skip locked) held
    where i.id = held.id`);
}

/** Puts a message back for a later try, `delayMs` from now on the database's clock. */
export async function markFailed(tx: Tx, one: ClaimedMessage, error: string, delayMs: number): Promise<void> {
  await tx.execute(sql`
    update inbox set failures = failures + 1, last_error = ${error}, lease_token = null, lease_until = null,
      due_at = clock_timestamp() + make_interval(secs => ${delayMs / 1000})
    where id = ${one.id} and lease_token = ${one.token}`);
}

/** Ends a message that cannot be handled; false when somebody else has it by now. */
export async function markDead(tx: Tx, one: ClaimedMessage, error: string, now: Date): Promise<boolean> {
  const dead = await tx.execute(sql`
    update inbox set status = 'dead', last_error = ${error}, done_at = ${now.toISOString()}::timestamptz,
      lease_token = null, lease_until = null
    where id = ${one.id} and lease_token = ${one.token} and status = 'waiting' returning id`);
  return dead.length === 1;
}

/**
 * Frees what this holder had claimed. After a crash the claim counts against the message, which may have been what
 * killed the process; when only the database was away it does not.
 */
export async function releaseInbox(tx: Tx, holder: string, why: "crash" | "database"): Promise<void> {
  await tx.execute(sql`
    update inbox set lease_token = null, lease_until = null, claims = claims - ${why === "database" ? 1 : 0}
    where status = 'waiting' and lease_holder = ${holder} and lease_token is not null`);
}

/** How many messages that came since an instant were given up. */
export async function countBuriedSince(tx: Tx, since: Date): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int n from inbox where status = 'dead' and received_at >= ${since.toISOString()}::timestamptz`);
  return row?.n ?? 0;
}

/** How many messages wait, how old the oldest of them is, and how many were ever given up. */
export async function countWaiting(
  tx: Tx,
): Promise<{ waiting: number; oldestSeconds: number; buried: number }> {
  const [row] = await tx.execute<{ waiting: number; oldest_seconds: number; buried: number }>(sql`
    select count(*)::int as waiting,
      coalesce(extract(epoch from clock_timestamp() - min(received_at)), 0)::float8 as oldest_seconds,
      (select count(*)::int from inbox where status = 'dead') as buried
    from inbox where status = 'waiting'`);
  return {
    waiting: row?.waiting ?? 0,
    oldestSeconds: row?.oldest_seconds ?? 0,
    buried: row?.buried ?? 0,
  };
}
