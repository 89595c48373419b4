import { and, desc, eq, gt, inArray, ne } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";
import { opinions } from "../schema/cases.ts";
import { dutyRecords, recordChanges, recordCompanions } from "../schema/duty.ts";
import { deleteContacts } from "./opinion-contacts.ts";

/** A duty record about to be filed. */
export type NewDutyRecord = typeof dutyRecords.$inferInsert;

/** A duty record as it is stored, whatever its state. */
export type DutyRecord = typeof dutyRecords.$inferSelect;

/** Files records; returns their ids in the order given. */
export const insertRecords = gathered<NewDutyRecord, number>(async (tx, rows) => {
  const added = await tx
    .insert(dutyRecords)
    .values([...rows])
    .returning({ id: dutyRecords.id, number: dutyRecords.number });
  const ids = new Map(added.map((row) => [row.number, row.id]));
  return rows.flatMap((row) => ids.get(row.number) ?? []);
});

/** Somebody named in a record as having taken part. */
export type NamedCompanion = { readonly recordId: number; readonly personId: number };

/** Notes who else took part. */
export const insertCompanions = gathered<NamedCompanion, NamedCompanion>(async (tx, rows) => {
  await tx
    .insert(recordCompanions)
    .values([...rows])
    .onConflictDoNothing();
  return rows;
});

/** A deputy's own record by its number, locked for a change. */
export async function claimRecord(tx: Tx, number: string, personId: number): Promise<DutyRecord | undefined> {
  const [row] = await tx
    .select()
    .from(dutyRecords)
    .where(and(eq(dutyRecords.number, number), eq(dutyRecords.personId, personId), isStanding))
    .for("update");
  return row;
}

const isStanding = and(ne(dutyRecords.state, "withdrawn"), ne(dutyRecords.state, "draft"));

/** The record of a deputy that was filed last of those that were sent back and wait to be put right. */
export async function findReturnedLast(
  tx: Tx,
  personId: number,
): Promise<
  { readonly number: string; readonly kind: DutyRecord["kind"]; readonly date: string } | undefined
> {
  const [row] = await tx
    .select({ number: dutyRecords.number, kind: dutyRecords.kind, date: dutyRecords.startsOn })
    .from(dutyRecords)
    .where(and(eq(dutyRecords.personId, personId), eq(dutyRecords.state, "returned")))
    .orderBy(desc(dutyRecords.filedAt), desc(dutyRecords.id))
    .limit(1);
  return row;
}

/**
 * The records a deputy filed by chat in his or her latest report, locked, oldest first; none older than `since`. A share
 * of a colleague's record came of a yes and of no report: it stands alone.
 */
export async function claimLatestReport(tx: Tx, personId: number, since: Date): Promise<DutyRecord[]> {
  const [latest] = await tx
    .select({ id: dutyRecords.id, inboxId: dutyRecords.inboxId })
    .from(dutyRecords)
    .where(
      and(
        eq(dutyRecords.personId, personId),
        inArray(dutyRecords.source, ["chat", "staff"]),
        gt(dutyRecords.filedAt, since),
        isStanding,
      ),
    )
    .orderBy(desc(dutyRecords.filedAt), desc(dutyRecords.id))
    .limit(1);
  if (latest === undefined) return [];
  const { id, inboxId } = latest;
  const isOfReport = inboxId === null ? eq(dutyRecords.id, id) : eq(dutyRecords.inboxId, inboxId);
  return tx
    .select()
    .from(dutyRecords)
    .where(and(isOfReport, eq(dutyRecords.personId, personId), isStanding))
    .orderBy(dutyRecords.id)
    .for("update");
}

/** Takes records back, and the opinions that came with them; returns the opinions' numbers. */
export async function markWithdrawn(tx: Tx, recordIds: readonly number[]): Promise<string[]> {
  await tx
    .update(dutyRecords)
    .set({ state: "withdrawn" })
    .where(inArray(dutyRecords.id, [...recordIds]));
  const taken = await tx
    .update(opinions)
    .set({ state: "withdrawn" })
    .where(inArray(opinions.recordId, [...recordIds]))
    .returning({ id: opinions.id, number: opinions.number });
  const ids = taken.map((row) => row.id);
  if (ids.length > 0) await deleteContacts(tx, ids);
  return taken.map((row) => row.number);
}

/** Changes the state of records, with a trace of who did it and why. */
export async function markState(
  tx: Tx,
  ids: readonly number[],
  state: DutyRecord["state"],
  change: Omit<typeof recordChanges.$inferInsert, "recordId">,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(dutyRecords)
    .set({ state })
    .where(inArray(dutyRecords.id, [...ids]));
  await traceChanges(
    tx,
    ids.map((recordId) => ({ ...change, recordId })),
  );
}

/** Keeps what became of records, with who did it. */
export async function traceChanges(
  tx: Tx,
  changes: readonly (typeof recordChanges.$inferInsert)[],
): Promise<void> {
  if (changes.length > 0) await tx.insert(recordChanges).values([...changes]);
}

/** Changes fields of a record and keeps what they said before. */
export async function amendRecord(
  tx: Tx,
  id: number,
  fields: Partial<NewDutyRecord>,
  change: typeof recordChanges.$inferInsert,
): Promise<void> {
  if (Object.keys(fields).length > 0) await tx.update(dutyRecords).set(fields).where(eq(dutyRecords.id, id));
  await tx.insert(recordChanges).values(change);
}
