import { sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";

/**
 * Ends what conversations were about, because somebody else will speak there: drafts, what could be tapped, and news
 * for whoever spoke there before are gone. What was to be told is accounted for as suppressed.
 */
export async function closeConversations(tx: Tx, conversations: readonly Address[]): Promise<void> {
  const these = sql`conversation = any(${sql.param([...new Set(conversations)])}::text[])`;
  await tx.execute(sql`delete from dialogs where ${these}`);
  await tx.execute(sql`delete from choices where ${these}`);
  await tx.execute(sql`
    update outbox set status = 'suppressed', reason = 'unbound'
    where ${these} and status = 'new' and key like 'news:%'`);
}
