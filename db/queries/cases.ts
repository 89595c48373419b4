import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";
import { opinions } from "../schema/cases.ts";
import { dutyRecords } from "../schema/duty.ts";
import { deleteContacts } from "./opinion-contacts.ts";

/** An opinion about to be registered; contact data is out of its text already and is kept apart. */
export type NewOpinion = typeof opinions.$inferInsert;

/** Registers opinions. */
export const insertOpinions = gathered<NewOpinion, NewOpinion>(async (tx, rows) => {
  await tx.insert(opinions).values([...rows]);
  return rows;
});

type Opinion = typeof opinions.$inferSelect;

/** A standing opinion that somebody brought, by its number, locked for a change. */
export async function claimOpinion(tx: Tx, number: string, personId: number): Promise<Opinion | undefined> {
  const [one] = await claimStanding(tx, personId, eq(opinions.number, number));
  return one;
}

/** The same, with all that came without a report in the same message. */
export async function claimOpinionsBeside(tx: Tx, number: string, personId: number): Promise<Opinion[]> {
  const inboxId = tx.select({ id: opinions.inboxId }).from(opinions).where(eq(opinions.number, number));
  const isBeside = and(isNull(opinions.recordId), inArray(opinions.inboxId, inboxId));
  return claimStanding(tx, personId, or(eq(opinions.number, number), isBeside));
}

/** What stands already of what somebody heard on these records, in the words it was told in. */
export async function listHeardOn(
  tx: Tx,
  numbers: readonly string[],
  personId: number,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ text: opinions.text })
    .from(opinions)
    .innerJoin(dutyRecords, eq(dutyRecords.id, opinions.recordId))
    .where(
      and(
        inArray(dutyRecords.number, [...numbers]),
        eq(opinions.personId, personId),
        ne(opinions.state, "withdrawn"),
      ),
    );
  return rows.map((row) => row.text);
}

const claimStanding = (tx: Tx, personId: number, which: SQL | undefined): Promise<Opinion[]> =>
  tx
    .select()
    .from(opinions)
    .where(and(which, eq(opinions.personId, personId), eq(opinions.state, "registered")))
    .orderBy(opinions.id)
    .for("update");

/** Takes opinions back; how to reach whoever brought them is erased. */
export async function markOpinionsWithdrawn(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx
    .update(opinions)
    .set({ state: "withdrawn" })
    .where(inArray(opinions.id, [...ids]));
  await deleteContacts(tx, ids);
}

/**
 * Standing opinions that staff wrote down with these records become their own: somebody brought them, and by the
 * deputy's word it was not the deputy. They stay in the township they were told in.
 */
export async function markHeardByStaff(
  tx: Tx,
  recordIds: readonly number[],
): Promise<{ readonly id: number; readonly number: string; readonly by: number }[]> {
  if (recordIds.length === 0) return [];
  const rows = await tx.execute<{ id: string; number: string; by: string }>(sql`
    update opinions o set person_id = r.entered_by, mandate_id = null, record_id = null,
      township_id = coalesce(o.township_id, (select m.township_id from mandates m where m.id = r.mandate_id))
    from duty_records r where o.record_id = r.id and r.id = any(${sql.param([...recordIds])}::int8[])
      and o.state = 'registered' and r.entered_by is not null
    returning o.id::text, o.number, r.entered_by::text "by"`);
  return rows.map(({ id, number, by }) => ({ id: Number(id), number, by: Number(by) }));
}
