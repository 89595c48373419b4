import { type SQL, sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";
import { LEASE_SECONDS } from "./lease-seconds.ts";

/** A message to write down for sending, its body already sealed. */
export type OutboxRow = {
  readonly channel: string;
  readonly bot: string;
  readonly conversation: Address;
  readonly key: string;
  readonly kind: string;
  readonly body: Buffer;
  readonly hasFiles: boolean;
  readonly dueAt: Date;
  readonly expiresAt: Date | null;
  readonly schedule: string | null;
  /** Nobody asked for it: it is not sent in the quiet hours. */
  readonly unasked: boolean;
  /** Set where it is never to be sent, with the reason: it is accounted for all the same. */
  readonly suppressed: string | null;
};

/** A message marked as being sent, held until the lease ends. */
export type SendingMessage = {
  readonly id: number;
  readonly token: number;
  readonly channel: string;
  readonly bot: string;
  readonly conversation: Address;
  readonly key: string;
  readonly kind: string;
  readonly body: Buffer;
  readonly hasFiles: boolean;
  readonly attempts: number;
  /** Calls that succeeded, of a message that takes several. */
  readonly partsSent: number;
  /** Calls for the next part that gave no answer. */
  readonly unsure: number;
};

const list = <T>(rows: readonly OutboxRow[], pick: (row: OutboxRow) => T) => sql.param(rows.map(pick));

/** Writes messages down, each key once; returns how many were new. */
export async function insertOutgoing(tx: Tx, rows: readonly OutboxRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const added = await tx.execute(sql`
    insert into outbox (channel, bot, conversation, key, kind, body, has_files, due_at, expires_at, schedule,
      unasked, reason, status)
    select c, b, v, k, n, y, f, d, e, s, u, r, case when r is null then 'new' else 'suppressed' end from unnest(
      ${list(rows, (row) => row.channel)}::text[], ${list(rows, (row) => row.bot)}::text[],
      ${list(rows, (row) => row.conversation)}::text[], ${list(rows, (row) => row.key)}::text[],
      ${list(rows, (row) => row.kind)}::text[], ${list(rows, (row) => toHex(row.body))}::text[]::bytea[],
      ${list(rows, (row) => String(row.hasFiles))}::text[]::bool[],
      ${list(rows, (row) => row.dueAt.toISOString())}::timestamptz[],
      ${list(rows, (row) => row.expiresAt?.toISOString() ?? null)}::timestamptz[],
      ${list(rows, (row) => row.schedule)}::text[],
      ${list(rows, (row) => String(row.unasked))}::text[]::bool[], ${list(rows, (row) => row.suppressed)}::text[])
      as t(c, b, v, k, n, y, f, d, e, s, u, r)
    on conflict (key) do nothing returning 1`);
  return added.length;
}

/** Where a claim may take messages from, and how many. */
export type OutboxClaim = {
  readonly holder: string;
  readonly now: Date;
  readonly channels: readonly {
    readonly channel: string;
    readonly bot: string;
    readonly most: number;
    /** How many of them may have files. */
    readonly mostFiles: number;
    /** Conversations to leave in peace for a moment. */
    readonly resting: readonly Address[];
    /** Only what somebody asked for, or what is urgent. */
    readonly answers?: true;
  }[];
};

/**
 * Claims the first due message of each conversation and marks it `sending` in the same statement, before any call is
 * made. One that was `sending` already, under a lease that has ended, may have arrived: it comes back as a possible
 * repeat. Nothing overtakes within a conversation: a message that is due, under way or waiting for another try holds
 * back all later ones. Only one that was written for a later time and a file that waits for another try let
 * others pass until then, and where answers alone are claimed, news that was not begun; what was begun is ended first.
 */
export async function claimOutgoing(
  tx: Tx,
  { holder, now, channels }: OutboxClaim,
): Promise<SendingMessage[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await tx.execute<SendingRow>(sql`
    with ready as (
      select h.id from json_to_recordset(${JSON.stringify(channels)}::text::json)
        as c(channel text, bot text, most int4, "mostFiles" int4, resting jsonb, answers bool)
      cross join lateral (
        select id from (
          select * from (${firstDue(at, sql`not m.has_files`)} limit c.most for update skip locked) words
          union all
          select * from (${firstDue(at, sql`m.has_files`)} limit c."mostFiles" for update skip locked) files) one
        order by due_at, id limit c.most) h)
    update outbox o set status = 'sending', lease_token = nextval('lease_tokens'), lease_holder = ${holder},
      attempts = attempts + 1, possible_repeat = o.possible_repeat or o.status = 'sending',
      unsure = o.unsure + (o.status = 'sending')::int,
      lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    where o.id = any(array(select id from ready))
    returning o.id::text as id, o.lease_token::text as token, o.channel, o.bot, o.conversation, o.key, o.kind,
      o.body, o.has_files as "hasFiles", o.attempts, o.parts_sent as "partsSent", o.unsure`);
  return rows
    .map(({ id, token, ...row }) => ({ ...row, id: Number(id), token: Number(token) }))
    .sort((a, b) => a.id - b.id);
}

type SendingRow = Omit<SendingMessage, "id" | "token"> & { id: string; token: string };

// The first due message of each conversation of an offer c, of the one kind or the other. News that has begun stands
// before the answers of its conversation, and so goes where only they may and one waits behind it.
const firstDue = (at: SQL, ofKind: SQL): SQL => sql`
  select m.id, m.due_at from outbox m
  where m.status in ('new', 'sending') and ${ofKind} and m.due_at <= ${at} and m.channel = c.channel and m.bot = c.bot
    and (m.expires_at is null or m.expires_at >= ${at}) and not c.resting ? m.conversation
    and not (c.answers is true and m.unasked and (m.attempts = 0 and m.parts_sent = 0 or not exists (
      select 1 from outbox w where w.conversation = m.conversation and w.status in ('new', 'sending')
        and not w.unasked and w.due_at <= ${at})))
    and (m.lease_until is null or m.lease_until < clock_timestamp())
    and m.id = (select e.id from outbox e
      where e.status in ('new', 'sending') and e.conversation = m.conversation
        and (e.due_at <= ${at}
          or e.attempts > 0 and coalesce(e.reason, '') not in ('channel.file-unsure', 'channel.file-away'))
        and not (c.answers is true and e.unasked and e.attempts = 0 and e.parts_sent = 0)
      order by (e.attempts > 0 or e.parts_sent > 0) desc, e.id limit 1)
  order by m.due_at, m.id`;

/**
 * Moves what is due though nobody asked for it to a later instant: a retry or a restart must not wake anybody. It stands
 * in nobody's way meanwhile, and what a process died over comes back as a possible repeat.
 */
export async function postponeUnasked(tx: Tx, now: Date, until: Date): Promise<void> {
  await tx.execute(sql`
    update outbox set status = 'new', due_at = ${until.toISOString()}::timestamptz, attempts = 0, lease_token = null,
      lease_until = null, possible_repeat = possible_repeat or status = 'sending',
      unsure = unsure + (status = 'sending')::int
    where id in (
      select id from outbox where status in ('new', 'sending') and due_at <= ${now.toISOString()}::timestamptz
        and unasked and (lease_until is null or lease_until < clock_timestamp())
      for update skip locked)`);
}

/** Records due messages whose use is over as expired; returns how many. One under way is left to its sender. */
export async function expireOutgoing(tx: Tx, now: Date): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const expired = await tx.execute(sql`
    update outbox set status = 'expired', reason = 'too late' where id in (
      select id from outbox where status in ('new', 'sending') and due_at <= ${at} and expires_at < ${at}
        and (lease_until is null or lease_until < clock_timestamp())
      for update skip locked) returning 1`);
  return expired.length;
}

/**
 * Gives back what this holder claimed without ever hearing of it (the answer to the claim was lost): all of its leases
 * but those that it knows of, by their tokens. Nobody has tried to send them.
 */
export async function releaseUnheard(tx: Tx, holder: string, known: readonly number[]): Promise<void> {
  await tx.execute(sql`
    update outbox set status = 'new', lease_token = null, lease_until = null, attempts = attempts - 1
    where status = 'sending' and lease_holder = ${holder} and lease_token <> all(${sql.param([...known])}::int8[])`);
}

/** Holds on to messages whose calls are under way; the ids of those that are still this process's. */
export async function extendSending(
  tx: Tx,
  calls: readonly Pick<SendingMessage, "id" | "token">[],
): Promise<number[]> {
  if (calls.length === 0) return [];
  const held = await tx.execute<{ id: string }>(sql`
    update outbox o set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    from json_to_recordset(${JSON.stringify(calls)}::text::json) as t(id int8, token int8)
    where o.id = t.id and o.lease_token = t.token returning o.id::text as id`);
  return held.map(({ id }) => Number(id));
}

/** Frees what an earlier run of this very process (same holder, surely dead) was sending: each may repeat, marked. */
export async function releaseOutbox(tx: Tx, holder: string): Promise<void> {
  await tx.execute(sql`
    update outbox set lease_token = null, lease_until = null
    where status = 'sending' and lease_holder = ${holder} and lease_token is not null`);
}
