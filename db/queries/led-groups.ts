import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { isRunning } from "./in-office.ts";

/** A deputies' group, and who leads it. */
export type LedGroup = { readonly groupId: number; readonly group: string; readonly name: string };

/**
 * Groups whose leaders, by the roster, hold no seat there any more from a day on, once these mandates are over
 * (`role-held.ts` says who leads a group).
 */
export async function listLedGroups(tx: Tx, ending: readonly number[], on: Day): Promise<LedGroup[]> {
  const ids = sql`any(${sql.param([...ending])}::int8[])`;
  const seat = sql`m.person_id = r.person_id and m.group_id = r.org_id`;
  const rows = await tx.execute<{ group_id: string; group: string; name: string }>(sql`
    select r.org_id::text group_id, o.name "group", p.name
    from staff_roles r join orgs o on o.id = r.org_id join people p on p.id = r.person_id
    where r.role = 'group_leader' and (r.valid_to is null or r.valid_to >= ${on}::date)
      and exists (select 1 from mandates m where m.id = ${ids} and ${seat})
      and not exists (select 1 from mandates m where m.id <> all(${sql.param([...ending])}::int8[]) and ${seat}
        and ${isRunning(sql`${on}::date`)})
    order by o.id, p.id`);
  return rows.map(({ group_id: groupId, ...one }) => ({ ...one, groupId: Number(groupId) }));
}
