import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { isAllUnder, orgsOfMandate } from "./in-scope.ts";
import { isRoleHeld } from "./role-held.ts";

const holds = (roles: readonly StaffRole[], day: Day) =>
  sql`r.role = any(${sql.param([...roles])}::text[]) and ${isRoleHeld(day)}`;

/** Who holds one of these roles at an org or above it. */
export async function listStaffOver(
  tx: Tx,
  orgId: number,
  roles: readonly StaffRole[],
  day: Day,
): Promise<number[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct r.person_id::text from org_tree t join staff_roles r on r.org_id = t.ancestor_id
    where t.descendant_id = ${orgId}::int8 and ${holds(roles, day)} order by 1`);
  return rows.map((row) => Number(row.person_id));
}

/** Who holds one of these roles over everything, for what belongs to no org. */
export async function listStaffOverAll(tx: Tx, roles: readonly StaffRole[], day: Day): Promise<number[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct r.person_id::text from staff_roles r
    where ${holds(roles, day)} and ${isAllUnder(sql`r.org_id`)} order by 1`);
  return rows.map((row) => Number(row.person_id));
}

/** For each mandate, who holds one of these roles above one of its orgs. Nobody looks after himself. */
export async function listStaffOfMandates(
  tx: Tx,
  mandateIds: readonly number[],
  roles: readonly StaffRole[],
  day: Day,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await tx.execute<{ mandate_id: string; people: string[] }>(sql`
    select m.id::text mandate_id, array_agg(distinct r.person_id::text) people from mandates m
      join org_tree t on t.descendant_id in ${orgsOfMandate}
      join staff_roles r on r.org_id = t.ancestor_id and r.person_id <> m.person_id
    where m.id = any(${sql.param([...mandateIds])}::int8[]) and ${holds(roles, day)} group by m.id`);
  return new Map(rows.map((row) => [Number(row.mandate_id), row.people.map(Number)]));
}

/** For each org, who holds one of these roles at it or above it; `nearest` leaves out those with others between. */
export async function listStaffOfOrgs(
  tx: Tx,
  orgIds: readonly number[],
  roles: readonly StaffRole[],
  day: Day,
  which: "all" | "nearest",
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await tx.execute<{ org_id: string; people: string[] }>(sql`
    select x.org_id::text, array_agg(distinct x.person_id::text order by x.person_id::text) people from (
      select t.descendant_id org_id, r.person_id, rank() over (partition by t.descendant_id order by t.depth) nth
      from org_tree t join staff_roles r on r.org_id = t.ancestor_id
      where t.descendant_id = any(${sql.param([...orgIds])}::int8[]) and ${holds(roles, day)}) x
    where x.nth = 1 or ${which} = 'all' group by x.org_id`);
  return new Map(rows.map((row) => [Number(row.org_id), row.people.map(Number)]));
}
