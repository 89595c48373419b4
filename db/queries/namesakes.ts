import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Namesake } from "#src/domain/requests/attendance.ts";
import type { Tx } from "../client.ts";

/** A person with what tells people of one name apart: the office's number, and the group of the seat held last. */
export async function findNamesake(tx: Tx, personId: number, today: Day): Promise<Namesake | undefined> {
  const [row] = await tx.execute<{ name: string; code: string | null; group: string | null }>(sql`
    select p.name, p.code, (select g.name from mandates m join orgs g on g.id = m.group_id
      where m.person_id = p.id and m.valid_from <= ${today}::date order by m.valid_from desc, m.id desc limit 1) "group"
    from people p where p.id = ${personId}::int8`);
  return row === undefined ? undefined : { personId, name: row.name, code: row.code, group: row.group };
}

/** The names of people, in the order of their ids. */
export async function listNamesOf(tx: Tx, personIds: readonly number[]): Promise<readonly string[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.execute<{ name: string }>(sql`
    select p.name from people p where p.id = any(${sql.param([...personIds])}::int8[]) order by p.id`);
  return rows.map(({ name }) => name);
}
