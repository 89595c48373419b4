import { type SQL, sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";

/** The conversations of all accounts of people. */
export async function listConversations(tx: Tx, people: readonly number[]): Promise<Address[]> {
  const rows = await tx.execute<{ conversation: string }>(sql`
    select distinct conversation from accounts where person_id = any(${sql.param([...people])}::int8[]) order by 1`);
  return rows.map((row) => row.conversation);
}

/** SQL: where a person's words and files lie once somebody else may speak in the conversation that they came from. */
export const leftBy = (personId: SQL): SQL => sql`'left:person:' || (${personId})::text`;

/**
 * Ends what conversations were about, because somebody else may speak there: drafts, what could be tapped, and what was
 * on its way to whoever spoke there before are gone, accounted for as suppressed; work begun for him is not done, and
 * the mailbox is emptied. His words and files go with him: they stay his to see and to erase, and are nobody's in the
 * conversation. To be called while the accounts still tell whose it is; what a guest said stays with the account.
 */
export async function closeConversations(tx: Tx, conversations: readonly Address[]): Promise<void> {
  const these = sql`t.conversation = any(${sql.param([...new Set(conversations)])}::text[])`;
  await tx.execute(sql`delete from dialogs t where ${these}`);
  await tx.execute(sql`delete from choices t where ${these}`);
  await tx.execute(sql`
    update outbox t set status = 'suppressed', reason = 'unbound' where ${these} and t.status = 'new'`);
  await tx.execute(sql`
    update tasks t set status = 'refused', done_at = now(), lease_token = null, lease_until = null
    where ${these} and t.status = 'waiting'`);
  // The newest keeps the count: a browser that waits for what comes after it goes on.
  await tx.execute(sql`update web_messages t set body = null where ${these} and t.body is not null`);
  const took = (table: SQL, which: SQL): SQL => sql`
    update ${table} t set conversation = ${leftBy(sql`a.person_id`)} from accounts a
    where a.conversation = t.conversation and ${these} and ${which}`;
  await tx.execute(took(sql`inbox`, sql`t.status <> 'waiting'`));
  await tx.execute(took(sql`outbox`, sql`t.status not in ('new', 'sending')`));
  await tx.execute(took(sql`attachments`, sql`true`));
  await tx.execute(took(sql`tasks`, sql`true`));
}
