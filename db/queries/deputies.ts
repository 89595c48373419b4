import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";

/** A deputy with the mandate that is running on the day asked about. */
export type Deputy = {
  readonly personId: number;
  readonly mandateId: number;
  readonly name: string;
  readonly townshipId: number | null;
  readonly groupId: number | null;
};

type Row = {
  person_id: string;
  mandate_id: string;
  name: string;
  township_id: string | null;
  group_id: string | null;
};

const toDeputy = (row: Row): Deputy => ({
  personId: Number(row.person_id),
  mandateId: Number(row.mandate_id),
  name: row.name,
  townshipId: row.township_id === null ? null : Number(row.township_id),
  groupId: row.group_id === null ? null : Number(row.group_id),
});

/** SQL: the mandate `m` lies in one of these subtrees, by its group or its township. */
export const inScope = (scope: readonly number[]) => sql`exists (select 1 from org_tree s
  where s.ancestor_id = any(${sql.param([...scope])}::int8[])
    and s.descendant_id in (m.group_id, m.township_id))`;

/** Deputies of these names with an active mandate on `day`; several of one name all come back. */
export async function listDeputiesNamed(tx: Tx, names: readonly string[], day: Day): Promise<Deputy[]> {
  if (names.length === 0) return [];
  const rows = await tx.execute<Row>(sql`
    select distinct on (p.id) p.id::text person_id, m.id::text mandate_id, p.name, m.township_id::text,
      m.group_id::text
    from people p join mandates m on m.person_id = p.id
    where p.name = any(${sql.param([...names])}::text[]) and m.status = 'active'
      and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
    order by p.id, m.level, m.id`);
  return rows.map(toDeputy);
}

/** Those of these deputies whom somebody with this scope looks after. Out of scope reads like not existing. */
export async function listDeputiesInScope(
  tx: Tx,
  scope: readonly number[],
  names: readonly string[],
  day: Day,
): Promise<Deputy[]> {
  const rows = await tx.execute<Row>(sql`
    select distinct on (p.id) p.id::text person_id, m.id::text mandate_id, p.name, m.township_id::text,
      m.group_id::text
    from people p join mandates m on m.person_id = p.id
    where p.name = any(${sql.param([...names])}::text[]) and m.status = 'active'
      and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
      and ${inScope(scope)}
    order by p.id, m.level, m.id`);
  return rows.map(toDeputy);
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
