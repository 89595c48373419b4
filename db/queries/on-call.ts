import { eq, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { onCall } from "../schema/people.ts";
import { isAllUnder } from "./in-scope.ts";
import { isRoleHeld } from "./role-held.ts";

/** Whether somebody is on call. */
export async function isOnCall(tx: Tx, personId: number): Promise<boolean> {
  const found = await tx.select().from(onCall).where(eq(onCall.personId, personId));
  return found.length > 0;
}

/** Puts somebody on call; false when he or she was before. */
export async function insertOnCall(tx: Tx, personId: number, since: Date): Promise<boolean> {
  const added = await tx.insert(onCall).values({ personId, since }).onConflictDoNothing().returning();
  return added.length === 1;
}

/** Takes somebody off call; false when he or she was not on it. */
export async function deleteOnCall(tx: Tx, personId: number): Promise<boolean> {
  const gone = await tx.delete(onCall).where(eq(onCall.personId, personId)).returning();
  return gone.length === 1;
}

/** Where an opinion belongs: a township, the orgs of its deputy's mandate, or nowhere. */
export type Belongs = { readonly townshipId: number | null; readonly mandateId: number | null };

/** Who may be told of danger somewhere: those on call, and those whose place it is. */
export type Watch = { readonly onCall: readonly number[]; readonly responsible: readonly number[] };

/**
 * For each of these, who watches there: staff who look after deputies and are on call, and those of `roles`, each over
 * its township or its deputy's orgs. What belongs nowhere is for those who look after every district. One statement,
 * whatever the number.
 */
export async function listWatch(
  tx: Tx,
  opinions: readonly Belongs[],
  roles: readonly StaffRole[],
  day: Day,
): Promise<readonly Watch[]> {
  const rows = await tx.execute<{ nth: number; on_call: string[] | null; responsible: string[] | null }>(sql`
    select o.nth::int4,
      array_agg(distinct r.person_id::text) filter (where c.person_id is not null) on_call,
      array_agg(distinct r.person_id::text) filter (where r.role = any(${sql.param([...roles])}::text[])) responsible
    from unnest(${sql.param(opinions.map((one) => one.townshipId))}::int8[],
        ${sql.param(opinions.map((one) => one.mandateId))}::int8[]) with ordinality as o(township_id, mandate_id, nth)
      left join mandates m on m.id = o.mandate_id
      join staff_roles r on r.role <> 'unit' and ${isRoleHeld(day)}
      left join on_call c on c.person_id = r.person_id
    where exists (select 1 from org_tree t where t.ancestor_id = r.org_id
        and t.descendant_id in (o.township_id, m.township_id, m.group_id, m.station_id))
      or (o.township_id is null and o.mandate_id is null and ${isAllUnder(sql`r.org_id`)})
    group by o.nth`);
  const found = new Map(
    rows.map((row) => [
      row.nth,
      { onCall: (row.on_call ?? []).map(Number), responsible: (row.responsible ?? []).map(Number) },
    ]),
  );
  return opinions.map((_, index) => found.get(index + 1) ?? { onCall: [], responsible: [] });
}
