import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

/** Puts so many more deputies on record, each with an account, all concerned by the demo's next activity of 羊昌镇. */
export async function addCrowd(db: Db, count: number): Promise<void> {
  await db.execute(sql`with fresh as (insert into people (name, created_at)
      select '代表' || g, '2026-01-01' from generate_series(1, ${count}) g returning id),
    seats as (insert into mandates (person_id, level, term, valid_from)
      select id, 'district', '第十八届', '2021-12-20' from fresh returning id, person_id),
    reachable as (insert into accounts (channel, bot, sender, conversation, person_id)
      select 'web', 'demo', 'web:demo:crowd' || id, 'web:demo:crowd' || id, id from fresh)
    insert into attendances (activity_id, mandate_id, person_id)
      select (select max(a.id) from activities a join orgs o on o.id = a.org_id
        where a.state = 'planned' and o.name = '羊昌镇代表小组'), id, person_id from seats`);
}
