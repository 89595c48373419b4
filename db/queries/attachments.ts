import { and, eq, or, sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { attachments } from "../schema/messages.ts";

/** A file that came with a message; its bytes are encrypted by the table itself. */
export type NewAttachment = typeof attachments.$inferInsert;

/** Keeps a file, its bytes already sealed. */
export async function insertAttachment(tx: Tx, row: NewAttachment): Promise<void> {
  await tx.insert(attachments).values(row);
}

/** A file of this conversation, or one handed in to its person; anybody else's id finds nothing. */
export async function findAttachment(tx: Tx, id: string, conversation: Address) {
  const [row] = await tx
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.id, id),
        or(
          eq(attachments.conversation, conversation),
          sql`exists (select 1 from accounts a where a.conversation = ${conversation}
            and a.person_id = any(${attachments.readers}))`,
        ),
      ),
    );
  return row;
}
