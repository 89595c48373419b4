import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Level } from "#src/domain/requests/mandate.ts";
import type { MandateStatus } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { mandateChanges, mandates } from "../schema/people.ts";
import { moveCalls, type SeatMove } from "./move-calls.ts";
import { type MovedFilings, moveFilings } from "./move-filings.ts";

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

/** Files mandates; returns their ids in the order given. One that was registered by mistake and undone is used again. */
export async function insertMandates(tx: Tx, rows: readonly NewMandate[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const added = await tx
    .insert(mandates)
    .values([...rows])
    .onConflictDoUpdate({
      target: [mandates.personId, mandates.level, mandates.term, mandates.validFrom],
      set: {
        constituency: sql`excluded.constituency`,
        groupId: sql`excluded.group_id`,
        townshipId: sql`excluded.township_id`,
        stationId: sql`excluded.station_id`,
        validTo: sql`excluded.valid_to`,
        status: sql`excluded.status`,
      },
      setWhere: sql`mandates.valid_to < mandates.valid_from`,
    })
    .returning({ id: mandates.id });
  if (added.length < rows.length) throw new TypeError("a mandate of this day is on file already");
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

/** Lets mandates rest from a day on, those that begin later from their first. */
export async function insertSuspensions(
  tx: Tx,
  ids: readonly number[],
  from: Day,
  to: Day | null,
): Promise<void> {
  await tx.execute(sql`insert into suspensions (mandate_id, from_day, to_day)
    select m.id, greatest(m.valid_from, ${from}::date), ${to}::date from mandates m
    where m.id = any(${sql.param([...ids])}::int8[])`);
}

/** Ends the rest that holds on the day before mandates are exercised again; one that begins with its mandate later is none. */
export async function endSuspensions(tx: Tx, ids: readonly number[], on: Day): Promise<void> {
  const these = sql`any(${sql.param([...ids])}::int8[])`;
  await tx.execute(sql`delete from suspensions x using mandates m where m.id = x.mandate_id and m.id = ${these}
    and m.valid_from >= ${on}::date and x.from_day = m.valid_from`);
  await tx.execute(sql`update suspensions set to_day = ${on}::date - 1 where mandate_id = ${these}
    and from_day < ${on}::date and (to_day is null or to_day >= ${on}::date)`);
}

/** Keeps what changed, and what it said before; the ids in the order given. */
export async function insertMandateChanges(
  tx: Tx,
  rows: readonly (typeof mandateChanges.$inferInsert)[],
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const kept = await tx
    .insert(mandateChanges)
    .values([...rows])
    .returning({ id: mandateChanges.id });
  return kept.map((row) => row.id);
}

/**
 * What goes on when a seat is moved within a term: the rest of a suspension, what is still owed, and all that goes on
 * with the deputy. Says how much of what was filed went along.
 */
export async function moveSeats(tx: Tx, moves: readonly SeatMove[], zone: string): Promise<MovedFilings> {
  if (moves.length === 0) return new Map();
  const list = listOf(moves);
  await tx.execute(sql`
    insert into suspensions (mandate_id, from_day, to_day)
    select v.new_id, greatest(x.from_day, v.on_day), x.to_day from ${list} join suspensions x on x.mandate_id = v.old_id
    where x.to_day is null or x.to_day >= v.on_day
    on conflict (mandate_id, from_day) do nothing`);
  await tx.execute(sql`update obligations o set mandate_id = v.new_id from ${list}
    where o.mandate_id = v.old_id and o.state in ('open', 'returned')`);
  return goOnWith(tx, moves, zone);
}

/**
 * What goes on with a deputy from one mandate to another, whatever the term: what was filed of the days since, and the
 * calls to what is planned. Registers that are final keep the mandate that they were taken of. Says how much of what
 * was filed went along. `zone` is the district's.
 */
export async function goOnWith(tx: Tx, moves: readonly SeatMove[], zone: string): Promise<MovedFilings> {
  await moveCalls(tx, moves);
  return moveFilings(tx, moves, zone);
}

const listOf = (moves: readonly SeatMove[]) => sql`unnest(${sql.param(moves.map((one) => one.oldId))}::int8[],
  ${sql.param(moves.map((one) => one.newId))}::int8[], ${sql.param(moves.map((one) => one.on))}::date[])
  as v(old_id, new_id, on_day)`;
