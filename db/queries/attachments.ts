import { and, eq } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { attachments } from "../schema/messages.ts";

export type NewAttachment = typeof attachments.$inferInsert;

/** Keeps a file, its bytes already sealed. */
export async function insertAttachment(tx: Tx, row: NewAttachment): Promise<void> {
  await tx.insert(attachments).values(row);
}

/** A file of this conversation; anybody else's id finds nothing. */
export async function findAttachment(tx: Tx, id: string, conversation: Address) {
  const [row] = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), eq(attachments.conversation, conversation)));
  return row;
}
