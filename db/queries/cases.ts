import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";
import { opinions } from "../schema/cases.ts";
import { deleteContacts } from "./opinion-contacts.ts";

/** An opinion about to be registered; contact data is out of its text already and is kept apart. */
export type NewOpinion = typeof opinions.$inferInsert;

/** Registers opinions. */
export const insertOpinions = gathered<NewOpinion, NewOpinion>(async (tx, rows) => {
  await tx.insert(opinions).values([...rows]);
  return rows;
});

/**
 * Standing opinions that somebody brought, locked for a change: the one with this number, or with `siblings` all that
 * came without a report in the same message.
 */
export async function claimOpinions(tx: Tx, number: string, personId: number, siblings: boolean) {
  const inboxId = tx.select({ id: opinions.inboxId }).from(opinions).where(eq(opinions.number, number));
  const isSibling = and(isNull(opinions.recordId), inArray(opinions.inboxId, inboxId));
  const isNamed = eq(opinions.number, number);
  return tx
    .select()
    .from(opinions)
    .where(
      and(
        siblings ? or(isNamed, isSibling) : isNamed,
        eq(opinions.personId, personId),
        eq(opinions.state, "registered"),
      ),
    )
    .orderBy(opinions.id)
    .for("update");
}

/** Takes opinions back; how to reach whoever brought them is erased. */
export async function markOpinionsWithdrawn(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx
    .update(opinions)
    .set({ state: "withdrawn" })
    .where(inArray(opinions.id, [...ids]));
  await deleteContacts(tx, ids);
}
