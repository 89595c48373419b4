import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";
import { isInOffice } from "./in-office.ts";
import { isInScope } from "./in-scope.ts";

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

/**
 * Deputies of these names with the mandate each holds on each of these days; several of one name all come back, and a
 * day on which somebody is not in office is missing.
 */
export async function listSeatsNamed(
  tx: Tx,
  names: readonly string[],
  days: readonly Day[],
): Promise<Seat[]> {
  const [name, day] = [[...new Set(names)], [...new Set(days)]];
  const found = await findNamed(
    tx,
    name.flatMap((one) => day.map((on) => ({ name: one, day: on }))),
  );
  return found.flat().sort((one, other) => one.personId - other.personId);
}

type Named = { readonly name: string; readonly day: Day };

const findNamed = gathered<Named, Seat[]>(async (tx, wanted) => {
  const rows = await tx.execute<Row & { nth: number }>(sql`
    select distinct on (d.nth, p.id) d.nth::int4, p.id::text person_id, p.name, d.day::text, m.id::text mandate_id,
      m.township_id::text
    from unnest(${sql.param(wanted.map((one) => one.name))}::text[],
      ${sql.param(wanted.map((one) => one.day))}::date[]) with ordinality as d(name, day, nth)
      join people p on p.name = d.name
      join mandates m on m.person_id = p.id and ${isInOffice(sql`d.day`)}
    order by d.nth, p.id, m.level, m.id`);
  const named: Seat[][] = wanted.map(() => []);
  for (const row of rows) named[row.nth - 1]?.push(toSeat(row));
  return named;
});

/** Those of these seats whom somebody with this scope looks after. Out of scope reads like not existing. */
export async function listSeatsInScope(
  tx: Tx,
  scope: readonly number[],
  names: readonly string[],
  days: readonly Day[],
): Promise<Seat[]> {
  const rows = await tx.execute<Row>(sql`
    select distinct on (p.id, d.day) p.id::text person_id, p.name, d.day::text, m.id::text mandate_id,
      m.township_id::text
    from people p join mandates m on m.person_id = p.id
      join unnest(${sql.param([...new Set(days)])}::date[]) as d(day) on ${isInOffice(sql`d.day`)}
    where p.name = any(${sql.param([...names])}::text[]) and ${isInScope(scope)}
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

/** The names of all deputies in office whom somebody with this scope looks after, in the order of the roster. */
export async function listDeputiesInScope(tx: Tx, scope: readonly number[], today: Day): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select p.name from people p where exists (select 1 from mandates m
      where m.person_id = p.id and ${isInOffice(sql`${today}::date`)} and ${isInScope(scope)})
    order by p.id`);
  return rows.map((row) => row.name);
}
