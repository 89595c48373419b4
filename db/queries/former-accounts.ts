import { type SQL, sql } from "drizzle-orm";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";

/**
 * Puts an account in the place of those of its person in the same bot that the network has said to be gone; returns
 * whether there were any. Words, files, work and what is on its way go over to it, and so does where the one used last
 * stood, with what could be tapped there: the account's own state gives way to that.
 */
export async function replaceAccounts(tx: Tx, account: AccountAddress, personId: number): Promise<boolean> {
  const { conversation, sender } = account;
  const former = await deleteFormer(tx, account, personId);
  const [newest] = former;
  if (newest === undefined) return false;
  const there = sql`conversation = any(${sql.param([...former])}::text[])`;
  await tx.execute(sql`delete from dialogs where conversation = ${conversation}`);
  await tx.execute(sql`update dialogs set conversation = ${conversation} where conversation = ${newest}`);
  await tx.execute(sql`delete from dialogs where ${there}`);
  const moved = (table: SQL): SQL => sql`update ${table} set conversation = ${conversation} where ${there}`;
  await tx.execute(moved(sql`choices`));
  // A call under way was to the old account: what comes of it says nothing about this one, and it may have arrived.
  // In one statement, so that what is claimed meanwhile is seen as it is once its round has ended.
  await tx.execute(sql`
    update outbox set conversation = ${conversation},
      possible_repeat = possible_repeat or status = 'sending', unsure = unsure + (status = 'sending')::int,
      lease_token = case when status = 'sending' then null else lease_token end,
      lease_until = case when status = 'sending' then null else lease_until end,
      status = case when status = 'sending' then 'new' else status end where ${there}`);
  await tx.execute(moved(sql`attachments`));
  await tx.execute(moved(sql`tasks`));
  await tx.execute(sql`update inbox set conversation = ${conversation}, sender = ${sender} where ${there}`);
  return true;
}

// The one used last comes first.
async function deleteFormer(
  tx: Tx,
  { channel, bot, sender }: AccountAddress,
  personId: number,
): Promise<readonly Address[]> {
  const gone = await tx.execute<{ conversation: string }>(sql`
    with gone as (
      delete from accounts where person_id = ${personId}::int8 and channel = ${channel} and bot = ${bot}
        and sender <> ${sender} and gone_at is not null returning id, conversation, last_used_at)
    select conversation from gone order by last_used_at desc nulls last, id desc`);
  return gone.map((row) => row.conversation);
}

/**
 * Where else the person of an account is to be heard: every other account of the same bot that is not gone, also one
 * that refused our messages last, and in each other channel the one used last of those that take them.
 */
export async function listElsewhere(
  tx: Tx,
  { channel, bot, conversation }: AccountAddress,
  personId: number,
): Promise<readonly Address[]> {
  const rows = await tx.execute<{ conversation: string }>(sql`
    select conversation from (
      select a.conversation, (a.channel, a.bot) = (${channel}, ${bot}) as same,
        row_number() over (partition by a.channel, a.bot order by a.last_used_at desc nulls last, a.id desc) as n
      from accounts a
      where a.person_id = ${personId}::int8 and a.conversation <> ${conversation} and a.gone_at is null
        and (a.blocked_at is null or (a.channel, a.bot) = (${channel}, ${bot}))) one
    where same or n = 1`);
  return rows.map((row) => row.conversation);
}
