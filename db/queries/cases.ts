import { and, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";
import { opinions } from "../schema/cases.ts";
import { deleteContacts } from "./opinion-contacts.ts";

export type NewOpinion = typeof opinions.$inferInsert;

/** Registers opinions. */
export const insertOpinions = gathered<NewOpinion, NewOpinion>(async (tx, rows) => {
  await tx.insert(opinions).values([...rows]);
  return rows;
});

/** A standing opinion that somebody brought, by its number, locked for a change. */
export async function lockOpinion(tx: Tx, number: string, personId: number) {
  const [row] = await tx
    .select()
    .from(opinions)
    .where(
      and(eq(opinions.number, number), eq(opinions.personId, personId), eq(opinions.state, "registered")),
    )
    .for("update");
  return row;
}

/** Takes an opinion back; how to reach whoever brought it is erased. */
export async function markOpinionWithdrawn(tx: Tx, id: number): Promise<void> {
  await tx.update(opinions).set({ state: "withdrawn" }).where(eq(opinions.id, id));
  await deleteContacts(tx, [id]);
}
