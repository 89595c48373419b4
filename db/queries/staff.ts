import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";

/** The clerks and chairs of the township that a mandate belongs to: who looks after the deputy from day to day. */
export async function listTownshipStaff(tx: Tx, mandateIds: readonly number[], day: Day): Promise<number[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct s.person_id::text from mandates m join staff_roles s on s.org_id = m.township_id
    where m.id = any(${sql.param([...mandateIds])}::int8[]) and s.role in ('township_clerk', 'township_chair')
      and s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to >= ${day}::date)
      and s.person_id <> m.person_id
    order by 1`);
  return rows.map((row) => Number(row.person_id));
}
