import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

/** Puts a second district on record beside the demo's, with one officer of its own: 白云区, 周燕. */
export async function addOtherDistrict(
  db: Db,
): Promise<{ readonly officer: "周燕"; readonly conversation: string }> {
  const conversation = "web:demo:周燕";
  await db.execute(sql`
    with fresh as (insert into orgs (kind, name, parent_id) select 'district', '白云区', id from orgs where kind = 'city'
      returning id, parent_id),
    tree as (insert into org_tree (ancestor_id, descendant_id, depth)
      select t.ancestor_id, f.id, t.depth + 1 from fresh f join org_tree t on t.descendant_id = f.parent_id
      union all select id, id, 0 from fresh),
    officer as (insert into people (name, kind, created_at) values ('周燕', 'member', '2026-01-01') returning id),
    reachable as (insert into accounts (channel, bot, sender, conversation, person_id, notice_version)
      select 'web', 'demo', ${conversation}, ${conversation}, id, '1' from officer)
    insert into staff_roles (person_id, org_id, role, valid_from)
      select o.id, f.id, 'office', '2021-12-20' from officer o, fresh f`);
  return { officer: "周燕", conversation };
}
