import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { isRoleHeld } from "./role-held.ts";

/** The clerks and chairs of the township that a mandate belongs to: who looks after the deputy from day to day. */
export async function listTownshipStaff(tx: Tx, mandateIds: readonly number[], day: Day): Promise<number[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct r.person_id::text from mandates m join staff_roles r on r.org_id = m.township_id
    where m.id = any(${sql.param([...mandateIds])}::int8[]) and r.role in ('township_clerk', 'township_chair')
      and ${isRoleHeld(day)} and r.person_id <> m.person_id
    order by 1`);
  return rows.map((row) => Number(row.person_id));
}

/** A role that somebody holds on the day asked about. */
export type StaffMember = { readonly personId: number; readonly orgId: number; readonly role: StaffRole };

/** Everybody who holds one of these roles on a day, once for each role and org. */
export async function listStaff(tx: Tx, roles: readonly StaffRole[], day: Day): Promise<StaffMember[]> {
  const rows = await tx.execute<{ person_id: string; org_id: string; role: StaffRole }>(sql`
    select person_id::text, org_id::text, role from staff_roles r
    where role = any(${sql.param([...roles])}::text[]) and ${isRoleHeld(day)}
    order by r.person_id, r.org_id, r.role`);
  return rows.map((row) => ({
    personId: Number(row.person_id),
    orgId: Number(row.org_id),
    role: row.role,
  }));
}
