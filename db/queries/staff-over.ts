import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";

const holds = (roles: readonly StaffRole[], day: Day) => sql`s.role = any(${sql.param([...roles])}::text[])
  and s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to >= ${day}::date)`;

/** Who holds one of these roles at an org or above it. */
export async function listStaffOver(
  tx: Tx,
  orgId: number,
  roles: readonly StaffRole[],
  day: Day,
): Promise<number[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct s.person_id::text from org_tree t join staff_roles s on s.org_id = t.ancestor_id
    where t.descendant_id = ${orgId}::int8 and ${holds(roles, day)} order by 1`);
  return rows.map((row) => Number(row.person_id));
}

/** For each mandate, who holds one of these roles above its group or township. Nobody looks after himself. */
export async function listStaffOfMandates(
  tx: Tx,
  mandateIds: readonly number[],
  roles: readonly StaffRole[],
  day: Day,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await tx.execute<{ mandate_id: string; people: string[] }>(sql`
    select m.id::text mandate_id, array_agg(distinct s.person_id::text) people from mandates m
      join org_tree t on t.descendant_id in (m.group_id, m.township_id)
      join staff_roles s on s.org_id = t.ancestor_id and s.person_id <> m.person_id
    where m.id = any(${sql.param([...mandateIds])}::int8[]) and ${holds(roles, day)} group by m.id`);
  return new Map(rows.map((row) => [Number(row.mandate_id), row.people.map(Number)]));
}
