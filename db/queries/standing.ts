import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Mandate, MandateStatus, RoleHeld, Speaker, StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { isRoleHeld } from "./role-held.ts";

/** The mandates and roles of a person, as JSON. */
export type StandingRow = { readonly mandates: string; readonly roles: string };

/** SQL: the columns `mandates` (all but those that never ran) and `roles` (those held on a day) of the person `p`. */
export const standingOn = (today: Day): SQL => sql`
  coalesce((select json_agg(json_build_object('id', m.id, 'level', m.level, 'term', m.term, 'groupId', m.group_id,
      'townshipId', m.township_id, 'from', m.valid_from, 'to', m.valid_to, 'status', m.status,
      'suspensions', coalesce((select json_agg(json_build_object('from', x.from_day, 'to', x.to_day))
        from suspensions x where x.mandate_id = m.id), '[]')) order by m.id)
    from mandates m where m.person_id = p.id and (m.valid_to is null or m.valid_to >= m.valid_from)), '[]')::text as mandates,
  coalesce((select json_agg(json_build_object('role', r.role, 'orgId', r.org_id, 'orgName', o.name) order by r.org_id)
    from staff_roles r join orgs o on o.id = r.org_id
    where r.person_id = p.id and ${isRoleHeld(today)}), '[]')::text as roles`;

type MandateJson = Omit<Mandate, "status"> & { status: MandateStatus };

/** What those columns say. */
export const toStanding = ({
  mandates,
  roles,
}: StandingRow): { readonly mandates: readonly Mandate[]; readonly roles: readonly RoleHeld[] } => ({
  mandates: JSON.parse(mandates) as MandateJson[],
  roles: JSON.parse(roles) as { role: StaffRole; orgId: number; orgName: string }[],
});

type Member = Extract<Speaker, { kind: "member" }>;

/** Somebody as he stands on a day, whichever way he would speak; undefined for residents and for nobody. */
export const findMember = async (tx: Tx, personId: number, today: Day): Promise<Member | undefined> =>
  (await listStanding(tx, [personId], today))[0];

/** The same of several people; residents, and whoever is not on file, are left out. */
export async function listStanding(tx: Tx, people: readonly number[], today: Day): Promise<Member[]> {
  const rows = await tx.execute<StandingRow & { id: string; name: string }>(sql`
    select p.id::text, p.name, ${standingOn(today)} from people p
    where p.id = any(${sql.param([...people])}::int8[]) and p.kind = 'member' order by p.id`);
  return rows.map(({ id, name, ...row }) => ({
    kind: "member",
    personId: Number(id),
    name,
    ...toStanding(row),
  }));
}
