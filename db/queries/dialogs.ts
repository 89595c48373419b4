import { sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";

/** The stored states of conversations; those that never spoke are missing. */
export async function listDialogs(tx: Tx, conversations: readonly Address[]): Promise<Map<Address, Buffer>> {
  const rows = await tx.execute<{ conversation: string; state: Buffer }>(sql`
    select conversation, state from dialogs
    where conversation = any(${sql.param([...new Set(conversations)])}::text[])`);
  return new Map(rows.map((row) => [row.conversation, row.state]));
}

/** Where the conversations of people stand, in which they still can be reached. */
export async function listDialogsOf(
  tx: Tx,
  people: readonly number[],
): Promise<readonly { personId: number; conversation: Address; state: Buffer }[]> {
  if (people.length === 0) return [];
  const rows = await tx.execute<{ person_id: string; conversation: Address; state: Buffer }>(sql`
    select distinct on (d.conversation) a.person_id::text, d.conversation, d.state
    from accounts a join dialogs d on d.conversation = a.conversation
    where a.person_id = any(${sql.param([...people])}::int8[]) and a.blocked_at is null
    order by d.conversation`);
  return rows.map(({ person_id: id, ...row }) => ({ personId: Number(id), ...row }));
}

/** Stores where conversations stand now. */
export async function saveDialogs(
  tx: Tx,
  states: readonly { readonly conversation: Address; readonly state: Buffer }[],
  now: Date,
): Promise<void> {
  if (states.length === 0) return;
  await tx.execute(sql`
    insert into dialogs (conversation, state, updated_at)
    select c, s, ${now.toISOString()}::timestamptz from unnest(
      ${sql.param(states.map((one) => one.conversation))}::text[],
      ${sql.param(states.map((one) => toHex(one.state)))}::text[]::bytea[]) as t(c, s)
    on conflict (conversation) do update set state = excluded.state, updated_at = excluded.updated_at`);
}

/** Forgets where a conversation stood. */
export async function deleteDialog(tx: Tx, conversation: Address): Promise<void> {
  await tx.execute(sql`delete from dialogs where conversation = ${conversation}`);
}
