import { type SQL, sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import { leftBy } from "./conversations.ts";

/** Whose data it is: a person with the conversations of all accounts, or a guest, who has this conversation alone. */
export type Owner = { readonly personId: number | null; readonly conversations: readonly Address[] };

/** SQL: a conversation is one of the owner's, or stands for those that he left to others. */
export const isOwnConversation = (conversation: SQL, { personId, conversations }: Owner): SQL =>
  personId === null
    ? sql`${conversation} = any(${sql.param([...conversations])}::text[])`
    : sql`${conversation} = any(${sql.param([...conversations])}::text[] || (${leftBy(sql`${personId}::int8`)}))`;

/**
 * SQL: the opinion `o` was left by the owner himself as a resident. Those of a resident whose account retention has
 * taken away are known by the message they came with; what deputies bring belongs to others.
 */
export const isOwnOpinion = (owner: Owner): SQL => sql`(
  exists (select 1 from people r where r.id = o.person_id and r.kind = 'resident')
  and (o.person_id = ${owner.personId}::int8 or o.inbox_id in (
    select i.id from inbox i where ${isOwnConversation(sql`i.conversation`, owner)})))`;
