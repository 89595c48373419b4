import { sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";
import { LEASE_SECONDS } from "./inbox.ts";

/** A message to write down for sending, its body already sealed. */
export type OutboxRow = {
  readonly channel: string;
  readonly bot: string;
  readonly conversation: Address;
  readonly key: string;
  readonly kind: string;
  readonly body: Buffer;
  readonly dueAt: Date;
  readonly expiresAt: Date | null;
  readonly schedule: string | null;
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
  readonly attempts: number;
  readonly possibleRepeat: boolean;
};

const list = <T>(rows: readonly OutboxRow[], pick: (row: OutboxRow) => T) => sql.param(rows.map(pick));

/** Writes messages down, each key once; returns how many were new. */
export async function insertOutgoing(tx: Tx, rows: readonly OutboxRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const added = await tx.execute(sql`
    insert into outbox (channel, bot, conversation, key, kind, body, due_at, expires_at, schedule, reason, status)
    select c, b, v, k, n, y, d, e, s, r, case when r is null then 'new' else 'suppressed' end from unnest(
      ${list(rows, (row) => row.channel)}::text[], ${list(rows, (row) => row.bot)}::text[],
      ${list(rows, (row) => row.conversation)}::text[], ${list(rows, (row) => row.key)}::text[],
      ${list(rows, (row) => row.kind)}::text[], ${list(rows, (row) => toHex(row.body))}::text[]::bytea[],
      ${list(rows, (row) => row.dueAt.toISOString())}::timestamptz[],
      ${list(rows, (row) => row.expiresAt?.toISOString() ?? null)}::timestamptz[],
      ${list(rows, (row) => row.schedule)}::text[], ${list(rows, (row) => row.suppressed)}::text[])
      as t(c, b, v, k, n, y, d, e, s, r)
    on conflict (key) do nothing returning 1`);
  return added.length;
}

/**
 * Claims due messages of up to `limit` rows and marks them `sending` in the same statement, before any call is made.
 * One that was `sending` already, under a lease that has ended, may have arrived: it comes back as a possible repeat.
 * Within a conversation nothing overtakes an earlier due message in other hands.
 */
export async function claimOutgoing(tx: Tx, claim: OutboxClaim): Promise<SendingMessage[]> {
  const { holder, limit, now } = claim;
  const at = now.toISOString();
  const rows = await tx.execute<SendingRow>(sql`
    with ready as (
      select m.id from outbox m
      where m.status in ('new', 'sending') and m.due_at <= ${at}::timestamptz
        and m.channel || ':' || m.bot = any(${sql.param([...claim.channels])}::text[])
        and (m.lease_until is null or m.lease_until < clock_timestamp())
        and not exists (select 1 from outbox e
          where e.status in ('new', 'sending') and e.conversation = m.conversation and e.id < m.id
            and e.due_at <= ${at}::timestamptz and e.lease_until >= clock_timestamp())
      order by m.id limit ${limit} for update skip locked)
    update outbox o set status = 'sending', lease_token = nextval('lease_tokens'), lease_holder = ${holder},
      attempts = attempts + 1, possible_repeat = o.possible_repeat or o.status = 'sending',
      lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    from ready where o.id = ready.id
    returning o.id::text as id, o.lease_token::text as token, o.channel, o.bot, o.conversation, o.key, o.kind,
      o.body, o.attempts, o.possible_repeat`);
  return rows.map(toSending).sort((a, b) => a.id - b.id);
}

export type OutboxClaim = {
  readonly holder: string;
  readonly limit: number;
  readonly now: Date;
  /** `channel:bot` of the channels that can send now. */
  readonly channels: readonly string[];
};

type SendingRow = Omit<SendingMessage, "id" | "token" | "possibleRepeat"> & {
  id: string;
  token: string;
  possible_repeat: boolean;
};

function toSending({ id, token, possible_repeat: possibleRepeat, ...row }: SendingRow): SendingMessage {
  return { ...row, id: Number(id), token: Number(token), possibleRepeat };
}

/** What became of one attempt to send. */
export type SendResult =
  | { readonly id: number; readonly token: number; readonly sent: string }
  | { readonly id: number; readonly token: number; readonly failed: string }
  | {
      readonly id: number;
      readonly token: number;
      readonly retry: string;
      readonly delayMs: number;
      /** The call gave no answer: the message may have arrived. */
      readonly unsure: boolean;
    };

/** Records results of attempts whose token is still valid. Retries wait on the district's clock. */
export async function markSendResults(tx: Tx, results: readonly SendResult[], now: Date): Promise<void> {
  const rows = results.map((result) => ({
    id: result.id,
    token: result.token,
    status: "sent" in result ? "sent" : "failed" in result ? "failed" : "new",
    external: "sent" in result ? result.sent : null,
    reason: "failed" in result ? result.failed : "retry" in result ? result.retry : null,
    due: "retry" in result ? new Date(now.getTime() + result.delayMs).toISOString() : null,
    unsure: "retry" in result && result.unsure,
  }));
  await tx.execute(sql`
    update outbox o set status = t.status, external_id = t.external, reason = t.reason, lease_token = null,
      lease_until = null, due_at = coalesce(t.due, o.due_at), possible_repeat = o.possible_repeat or t.unsure,
      sent_at = case when t.status = 'sent' then ${now.toISOString()}::timestamptz end
    from unnest(${sql.param(rows.map((row) => row.id))}::int8[], ${sql.param(rows.map((row) => row.token))}::int8[],
      ${sql.param(rows.map((row) => row.status))}::text[], ${sql.param(rows.map((row) => row.external))}::text[],
      ${sql.param(rows.map((row) => row.reason))}::text[], ${sql.param(rows.map((row) => row.due))}::timestamptz[],
      ${sql.param(rows.map((row) => String(row.unsure)))}::text[]::bool[]) as t(id, token, status, external, reason, due, unsure)
    where o.id = t.id and o.lease_token = t.token`);
}

/** Records due messages whose use is over as expired; returns how many. */
export async function expireOutgoing(tx: Tx, now: Date): Promise<number> {
  const expired = await tx.execute(sql`
    update outbox set status = 'expired', reason = 'too late' where id in (
      select id from outbox where status = 'new' and due_at <= ${now.toISOString()}::timestamptz
        and expires_at < ${now.toISOString()}::timestamptz
        and (lease_until is null or lease_until < clock_timestamp())
      for update skip locked) returning 1`);
  return expired.length;
}

/** Gives back messages of one conversation that were claimed but not tried. */
export async function releaseOutgoing(tx: Tx, untried: readonly SendingMessage[]): Promise<void> {
  await tx.execute(sql`
    update outbox o set status = 'new', lease_token = null, lease_until = null, attempts = attempts - 1
    from unnest(${sql.param(untried.map((one) => one.id))}::int8[],
      ${sql.param(untried.map((one) => one.token))}::int8[]) as t(id, token)
    where o.id = t.id and o.lease_token = t.token`);
}

/** Frees what an earlier run of this very process (same holder, surely dead) was sending. */
export async function releaseOutbox(tx: Tx, holder: string): Promise<void> {
  await tx.execute(sql`
    update outbox set lease_token = null, lease_until = null
    where status = 'sending' and lease_holder = ${holder} and lease_token is not null`);
}
