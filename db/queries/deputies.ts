import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { isInOffice } from "./in-office.ts";

/** A deputy with the mandate that is exercised on a day asked about. */
export type Seat = {
  readonly personId: number;
  readonly name: string;
  readonly day: Day;
  readonly mandateId: number;
  readonly townshipId: number | null;
};

type Row = { person_id: string; name: string; day: Day; mandate_id: string; township_id: string | null };

const toSeat = (row: Row): Seat => ({
  personId: Number(row.person_id),
  name: row.name,
  day: row.day,
  mandateId: Number(row.mandate_id),
  townshipId: row.township_id === null ? null : Number(row.township_id),
});

/** SQL: the mandate `m` lies in one of these subtrees, by its group or its township. */
export const inScope = (scope: readonly number[]): SQL => sql`exists (select 1 from org_tree s
  where s.ancestor_id = any(${sql.param([...scope])}::int8[])
    and s.descendant_id in (m.group_id, m.township_id))`;

/**
 * Deputies of these names with the mandate each holds on each of these days; several of one name all come back, and a
 * day on which somebody is not in office is missing.
 */
export const listSeatsNamed = (tx: Tx, names: readonly string[], days: readonly Day[]): Promise<Seat[]> =>
  listSeats(tx, names, days, sql`true`);

/** Those of these seats whom somebody with this scope looks after. Out of scope reads like not existing. */
export const listSeatsInScope = (
  tx: Tx,
  scope: readonly number[],
  names: readonly string[],
  days: readonly Day[],
): Promise<Seat[]> => listSeats(tx, names, days, inScope(scope));

async function listSeats(
  tx: Tx,
  names: readonly string[],
  days: readonly Day[],
  which: SQL,
): Promise<Seat[]> {
  if (names.length === 0) return [];
  const rows = await tx.execute<Row>(sql`
    select distinct on (p.id, d.day) p.id::text person_id, p.name, d.day::text, m.id::text mandate_id,
      m.township_id::text
    from people p join mandates m on m.person_id = p.id
      join unnest(${sql.param([...new Set(days)])}::date[]) as d(day) on ${isInOffice(sql`d.day`)}
    where p.name = any(${sql.param([...names])}::text[]) and ${which}
    order by p.id, d.day, m.level, m.id`);
  return rows.map(toSeat);
}

/** The names that messages may mention: every deputy, every place and organisation. */
export async function listNames(tx: Tx): Promise<{ people: string[]; places: string[] }> {
  const people = await tx.execute<{ name: string }>(
    sql`select distinct p.name from people p join mandates m on m.person_id = p.id where m.status = 'active'`,
  );
  const places = await tx.execute<{ name: string }>(
    sql`select distinct name from orgs where kind <> 'province' and kind <> 'city' and kind <> 'handling_unit'`,
  );
  return { people: people.map((row) => row.name), places: places.map((row) => row.name) };
}
