import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/**
 * Makes of what the crowd did some that townships did together: every fiftieth record is a share of the one before it,
 * of a deputy who mostly sits elsewhere; and of every fourth day of group activities all are one of the district.
 */
export async function sharings(tx: Tx): Promise<void> {
  await tx.execute(sql`
    update duty_records r set kind = o.kind, starts_on = o.starts_on, ends_on = o.ends_on, place = o.place,
      counts = o.counts, shared_from = o.id
    from duty_records o where r.id % 50 = 0 and o.id = r.id - 1 and o.person_id <> r.person_id`);
  await tx.execute(sql`
    update duty_records r set activity_id = 1000000 + r.starts_on - date '2022-01-01' from (
      select distinct on (starts_on, mandate_id) id from duty_records
      where kind = 'group_activity' and (starts_on - date '2022-01-01') % 4 = 0 order by starts_on, mandate_id, id) one
    where one.id = r.id`);
}
