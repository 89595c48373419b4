import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Level } from "#src/domain/requests/mandate.ts";
import type { MandateStatus } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { mandateChanges, mandates, suspensions } from "../schema/people.ts";

/** Where somebody sits. */
export type NewMandate = {
  readonly personId: number;
  readonly level: Level;
  readonly term: string;
  readonly constituency: string | null;
  readonly groupId: number | null;
  readonly townshipId: number | null;
  readonly stationId: number | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** Files mandates; returns their ids in the order given. */
export async function insertMandates(tx: Tx, rows: readonly NewMandate[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const added = await tx
    .insert(mandates)
    .values([...rows])
    .returning({ id: mandates.id });
  return added.map((row) => row.id);
}

/** Ends mandates with a last day; how is kept where it was not the end of the term. */
export async function endMandates(
  tx: Tx,
  ids: readonly number[],
  lastDay: Day,
  status: MandateStatus | null,
): Promise<void> {
  await tx.execute(sql`update mandates set valid_to = ${lastDay}::date, status = coalesce(${status}, status)
    where id = any(${sql.param([...ids])}::int8[])`);
}

/** Lets a mandate rest. */
export async function insertSuspension(tx: Tx, mandateId: number, from: Day, to: Day | null): Promise<void> {
  await tx.insert(suspensions).values({ mandateId, fromDay: from, toDay: to });
}

/** Ends the rest that holds on a day with that day as its last. */
export async function endSuspension(tx: Tx, mandateId: number, lastDay: Day): Promise<void> {
  await tx.execute(sql`update suspensions set to_day = ${lastDay}::date where mandate_id = ${mandateId}::int8
    and from_day <= ${lastDay}::date and (to_day is null or to_day > ${lastDay}::date)`);
}

/** Keeps what changed, and what it said before. */
export async function insertMandateChanges(
  tx: Tx,
  rows: readonly (typeof mandateChanges.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(mandateChanges).values([...rows]);
}

/**
 * What goes on when a seat is moved within a term: the rest of a suspension, what is still owed, and what the deputy
 * had reported of the days since. Registers keep the mandate that they were taken of.
 */
export async function moveSeat(tx: Tx, oldId: number, newId: number, on: Day): Promise<void> {
  await tx.execute(sql`
    insert into suspensions (mandate_id, from_day, to_day)
    select ${newId}::int8, greatest(from_day, ${on}::date), to_day from suspensions
    where mandate_id = ${oldId}::int8 and (to_day is null or to_day >= ${on}::date)`);
  await tx.execute(sql`update obligations o set mandate_id = ${newId}::int8
    where o.mandate_id = ${oldId}::int8 and o.state in ('open', 'returned') and o.due_on >= ${on}::date`);
  await tx.execute(sql`update duty_records set mandate_id = ${newId}::int8
    where mandate_id = ${oldId}::int8 and starts_on >= ${on}::date and activity_id is null`);
}
