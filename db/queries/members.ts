import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { isRunning } from "./in-office.ts";
import { isRoleHeld } from "./role-held.ts";

/** Somebody who holds a mandate or a role, as an operator tells people apart. */
export type RosterMember = {
  readonly personId: number;
  readonly name: string;
  /** The office's number, or empty. */
  readonly code: string;
  /** Where: group or org, or empty. */
  readonly seat: string;
  /** Some chat account is bound already. */
  readonly bound: boolean;
};

/** Everybody with a running mandate or role on a day, by name. */
export async function listRosterMembers(tx: Tx, day: Day): Promise<RosterMember[]> {
  const rows = await tx.execute<{ id: string; name: string; code: string; seat: string; bound: boolean }>(sql`
    select p.id::text, p.name, coalesce(p.code, '') as code, coalesce(min(o.name), '') as seat,
      exists (select 1 from accounts a where a.person_id = p.id) as bound
    from people p
    join (select m.person_id, m.group_id as org_id from mandates m where ${isRunning(sql`${day}::date`)}
      union all select r.person_id, r.org_id from staff_roles r where ${isRoleHeld(day)}) held
      on held.person_id = p.id
    left join orgs o on o.id = held.org_id
    where p.kind = 'member' group by p.id order by p.name, p.id`);
  return rows.map(({ id, ...row }) => ({ ...row, personId: Number(id) }));
}
