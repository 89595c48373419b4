import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { RunningChannel } from "#src/domain/rules.ts";
import type { Mandate, RoleHeld } from "#src/domain/person.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { oneRow } from "../one-row.ts";
import { standingOn, type StandingRow, toStanding } from "./standing.ts";

/** An account as found by its sender address, with the person behind it. */
export type KnownAccount = {
  readonly sender: Address;
  readonly personId: number;
  readonly name: string;
  readonly kind: "member" | "resident";
  readonly noticeVersion: string | null;
  readonly mandates: readonly Mandate[];
  readonly roles: readonly RoleHeld[];
};

type Row = {
  sender: string;
  person_id: string;
  name: string;
  kind: "member" | "resident";
  notice_version: string | null;
} & StandingRow;

/**
 * The people behind sender addresses, with the roles each holds on a day; addresses nobody bound are missing. One
 * statement, whatever the number.
 */
export async function listAccounts(tx: Tx, senders: readonly Address[], today: Day): Promise<KnownAccount[]> {
  const rows = await tx.execute<Row>(sql`
    select a.sender, a.person_id::text, p.name, p.kind, a.notice_version,
      ${standingOn(today)}
    from accounts a join people p on p.id = a.person_id
    where a.sender = any(${sql.param([...new Set(senders)])}::text[])`);
  return rows.map((row) => ({
    sender: row.sender,
    personId: Number(row.person_id),
    name: row.name,
    kind: row.kind,
    noticeVersion: row.notice_version,
    ...toStanding(row),
  }));
}

/**
 * Notes when accounts were last heard from, so that notices go where the person was last, and that none of them is
 * blocked; and that these of them were shown this version of the privacy notice.
 */
export async function touchAccounts(
  tx: Tx,
  senders: readonly Address[],
  shown: { readonly version: string; readonly to: readonly Address[] },
  now: Date,
): Promise<void> {
  const isShown = sql`sender = any(${sql.param([...new Set(shown.to)])}::text[])`;
  await tx.execute(sql`
    update accounts set last_used_at = ${now.toISOString()}::timestamptz, blocked_at = null, gone_at = null,
      notice_version = case when ${isShown} then ${shown.version}::text else notice_version end
    where sender = any(${sql.param([...new Set(senders)])}::text[])
      and (last_used_at is null or last_used_at < ${now.toISOString()}::timestamptz - interval '1 minute'
        or blocked_at is not null or ${isShown} and notice_version is distinct from ${shown.version}::text)`);
}

/**
 * Where to reach people: for each, the conversation used last in one of these channels that is not blocked. Whom no
 * message would reach is missing.
 */
export async function listReachable(
  tx: Tx,
  people: readonly number[],
  channels: readonly RunningChannel[],
): Promise<Map<number, Address>> {
  const rows = await tx.execute<{ person_id: string; conversation: string }>(sql`
    select distinct on (accounts.person_id) person_id::text, conversation from accounts
    where person_id = any(${sql.param([...people])}::int8[]) and blocked_at is null
      and (channel, bot) in (select * from unnest(${sql.param(channels.map((one) => one.channel))}::text[],
        ${sql.param(channels.map((one) => one.bot))}::text[]))
    order by accounts.person_id, last_used_at desc nulls last, id`);
  return new Map(rows.map((row) => [Number(row.person_id), row.conversation]));
}

/** Ties a sender to a person, in place of whoever it was tied to. */
export async function upsertAccount(
  tx: Tx,
  account: { channel: string; bot: string; sender: string; conversation: string },
  personId: number,
  now: Date,
): Promise<void> {
  const { channel, bot, sender, conversation } = account;
  await tx.execute(sql`
    insert into accounts (channel, bot, sender, conversation, person_id, bound_at, last_used_at)
    values (${channel}, ${bot}, ${sender}, ${conversation}, ${personId}, ${now.toISOString()}::timestamptz,
      ${now.toISOString()}::timestamptz)
    on conflict (channel, bot, sender) do update set person_id = excluded.person_id,
      conversation = excluded.conversation, bound_at = excluded.bound_at, last_used_at = excluded.last_used_at,
      notice_version = null, blocked_at = null, gone_at = null`);
}

/** Unties one sender. */
export async function deleteAccount(
  tx: Tx,
  { channel, bot, sender }: { channel: string; bot: string; sender: string },
): Promise<void> {
  await tx.execute(
    sql`delete from accounts where channel = ${channel} and bot = ${bot} and sender = ${sender}`,
  );
}

/** Unties all senders of people; returns the conversations they had. */
export async function deleteAccounts(tx: Tx, people: readonly number[]): Promise<Address[]> {
  const gone = await tx.execute<{ conversation: string }>(
    sql`delete from accounts where person_id = any(${sql.param([...people])}::int8[]) returning conversation`,
  );
  return gone.map((row) => row.conversation);
}

/** A person's accounts, the one used last first. */
export async function listLogins(
  tx: Tx,
  personId: number,
): Promise<
  {
    readonly channel: string;
    readonly conversation: Address;
    readonly boundAt: Date;
    readonly usedAt: Date | null;
  }[]
> {
  const rows = await tx.execute<{
    channel: string;
    conversation: string;
    bound_at: string;
    last_used_at: string | null;
  }>(sql`
    select channel, conversation, bound_at, last_used_at from accounts where person_id = ${personId}::int8
    order by last_used_at desc nulls last, id desc limit 12`);
  return rows.map((row) => ({
    channel: row.channel,
    conversation: row.conversation,
    boundAt: new Date(row.bound_at),
    usedAt: row.last_used_at === null ? null : new Date(row.last_used_at),
  }));
}

/** Unties all senders of a person but those of one conversation; returns the conversations they had. */
export async function deleteOtherAccounts(tx: Tx, personId: number, but: Address): Promise<Address[]> {
  const gone = await tx.execute<{ conversation: string }>(sql`
    delete from accounts where person_id = ${personId}::int8 and conversation <> ${but} returning conversation`);
  return gone.map((row) => row.conversation);
}

/** The person a sender is tied to. */
export async function findAccountPerson(
  tx: Tx,
  { channel, bot, sender }: { channel: string; bot: string; sender: string },
): Promise<number | undefined> {
  const [row] = await tx.execute<{ person_id: string }>(sql`
    select person_id::text from accounts where channel = ${channel} and bot = ${bot} and sender = ${sender}`);
  return row === undefined ? undefined : Number(row.person_id);
}

/** Makes whoever speaks in an account a resident: a person without a name, known by the account alone. */
export async function insertResident(
  tx: Tx,
  account: { channel: string; bot: string; sender: string; conversation: string },
  now: Date,
): Promise<number> {
  const rows = await tx.execute<{ id: string }>(
    sql`insert into people (name, kind, created_at) values ('', 'resident', ${now.toISOString()}::timestamptz) returning id::text`,
  );
  const id = Number(oneRow(rows).id);
  await upsertAccount(tx, account, id, now);
  return id;
}

/** Whether a sender is bound to somebody who is no resident. */
export async function isMember(tx: Tx, sender: Address): Promise<boolean> {
  const found = await tx.execute(sql`
    select 1 from accounts a join people p on p.id = a.person_id
    where a.sender = ${sender} and p.kind = 'member'`);
  return found.length > 0;
}
