import { type SQL, sql } from "drizzle-orm";
import type { SessionRules } from "#src/domain/session-rules.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { closeConversations } from "./conversations.ts";

/** Opens a session for a conversation, until an instant at the latest. */
export async function insertSession(
  tx: Tx,
  session: {
    readonly tokenHash: string;
    readonly conversation: Address;
    readonly expiresAt: Date;
    readonly factorAt: Date | null;
  },
  now: Date,
): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await tx.execute(sql`
    insert into sessions (token_hash, conversation, created_at, used_at, expires_at, factor_at)
    values (${session.tokenHash}, ${session.conversation}, ${at}, ${at}, ${session.expiresAt.toISOString()}::timestamptz,
      ${session.factorAt?.toISOString() ?? null}::timestamptz)`);
}

/** SQL: the session `s` is of somebody who needs a second factor, and shows none. */
const lacksFactor = ({ factorFor, today, neededBefore }: SessionRules): SQL =>
  factorFor === "off"
    ? sql`false`
    : sql`(s.factor_at is null and exists (select 1 from accounts a join people p on p.id = a.person_id
        left join second_factors f on f.person_id = p.id
        where a.conversation = s.conversation and a.channel = 'web' and p.kind = 'member'
          and (f.confirmed_at is not null
            or coalesce(f.made_at, s.created_at) <= ${neededBefore.toISOString()}::timestamptz)
          and (${factorFor} = 'all' or exists (select 1 from staff_roles r where r.person_id = p.id
            and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to >= ${today}::date)))))`;

/**
 * The conversations that sessions open, by the hashes of their cookies; those that ended, expired, were not used since
 * `usedSince`, lack a second factor that is wanted or never existed are missing. Notes their use, at most once an hour.
 */
export async function listOpenSessions(
  tx: Tx,
  tokenHashes: readonly string[],
  now: Date,
  rules: SessionRules,
): Promise<Map<string, Address>> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await tx.execute<{ token_hash: string; conversation: string; stale: boolean }>(sql`
    select token_hash, conversation, used_at < ${at} - interval '1 hour' as stale from sessions s
    where token_hash = any(${sql.param([...new Set(tokenHashes)])}::text[]) and ended_at is null
      and expires_at > ${at} and used_at > ${rules.usedSince.toISOString()}::timestamptz and not ${lacksFactor(rules)}`);
  const stale = rows.filter((row) => row.stale).map((row) => row.token_hash);
  if (stale.length > 0)
    await tx.execute(
      sql`update sessions set used_at = ${at} where token_hash = any(${sql.param(stale)}::text[]) and used_at < ${at}`,
    );
  return new Map(rows.map((row) => [row.token_hash, row.conversation]));
}

/** Whether a cookie opens a conversation, or opened it until lately. */
export async function hasSession(tx: Tx, conversation: Address): Promise<boolean> {
  const found = await tx.execute(sql`select 1 from sessions where conversation = ${conversation} limit 1`);
  return found.length > 0;
}

/** When the owner of an open session last showed a factor there, and whether it was the number of an authenticator. */
export type Proof = { readonly at: Date; readonly byNumber: boolean };

/** The last proof of a web session by its conversation; undefined for what is no session. */
export async function findProof(tx: Tx, conversation: Address): Promise<Proof | undefined> {
  const [row] = await tx.execute<{ at: string; by_number: boolean }>(sql`
    select coalesce(factor_at, created_at)::text "at", factor_at is not null by_number from sessions
    where conversation = ${conversation} and ended_at is null order by created_at desc limit 1`);
  return row === undefined ? undefined : { at: new Date(row.at), byNumber: row.by_number };
}

/** Notes that the owner of an open session has shown the number of his authenticator. */
export async function markProven(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  await tx.execute(sql`
    update sessions set factor_at = ${now.toISOString()}::timestamptz
    where token_hash = ${tokenHash} and ended_at is null`);
}

/** The person whom an open session is of, with the conversation; undefined for a guest and where there is none. */
export async function findSessionOwner(
  tx: Tx,
  tokenHash: string,
): Promise<{ readonly personId: number; readonly name: string } | undefined> {
  const [row] = await tx.execute<{ person_id: string; name: string }>(sql`
    select p.id::text person_id, p.name from sessions s
    join accounts a on a.conversation = s.conversation and a.channel = 'web' join people p on p.id = a.person_id
    where s.token_hash = ${tokenHash} and s.ended_at is null limit 1`);
  return row === undefined ? undefined : { personId: Number(row.person_id), name: row.name };
}

/** Ends a session by its cookie's hash; the conversation it opened, or undefined where there was none. */
export async function endSession(tx: Tx, tokenHash: string, now: Date): Promise<Address | undefined> {
  const [row] = await tx.execute<{ conversation: string }>(sql`
    update sessions set ended_at = ${now.toISOString()}::timestamptz
    where token_hash = ${tokenHash} and ended_at is null returning conversation`);
  return row?.conversation;
}

/** Ends every session of conversations. */
export async function endSessionsOf(tx: Tx, conversations: readonly Address[], now: Date): Promise<void> {
  await tx.execute(sql`
    update sessions set ended_at = ${now.toISOString()}::timestamptz
    where conversation = any(${sql.param([...conversations])}::text[]) and ended_at is null`);
}

/** Which sessions are over: those that expired, were not used for long or lack a second factor; or every one. */
export type Over = "every" | SessionRules;

const isOver = (over: Over, now: Date): SQL =>
  over === "every"
    ? sql`true`
    : sql`(s.expires_at <= ${now.toISOString()}::timestamptz
        or s.used_at <= ${over.usedSince.toISOString()}::timestamptz or ${lacksFactor(over)})`;

/**
 * Ends up to `limit` open sessions that are over, with the accounts bound to them; how many there were, and the people
 * who are reached there no more.
 */
export async function endSessionsOver(
  tx: Tx,
  now: Date,
  over: Over,
  limit: number,
): Promise<{ readonly ended: number; readonly people: readonly number[] }> {
  const ended = await tx.execute<{ conversation: string }>(sql`
    update sessions set ended_at = ${now.toISOString()}::timestamptz where token_hash in (
      select s.token_hash from sessions s where s.ended_at is null and ${isOver(over, now)}
      limit ${limit} for update skip locked) returning conversation`);
  const bound = await tx.execute<{ conversation: string }>(sql`
    select conversation from accounts where channel = 'web'
      and conversation = any(${sql.param(ended.map((row) => row.conversation))}::text[])`);
  const conversations = bound.map((row) => row.conversation);
  if (conversations.length > 0) await closeConversations(tx, conversations);
  const gone = await tx.execute<{ person_id: string }>(sql`
    delete from accounts where channel = 'web' and conversation = any(${sql.param(conversations)}::text[])
    returning person_id::text`);
  return { ended: ended.length, people: gone.map((row) => Number(row.person_id)) };
}
