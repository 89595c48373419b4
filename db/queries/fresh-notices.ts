import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { arrivedAt } from "./arrived-at.ts";

/** Of these activities those whose notice reached a deputy since a moment; `last`: nothing came under it since. */
export async function listFreshNotices(
  tx: Tx,
  personId: number,
  activityIds: readonly number[],
  since: Date,
): Promise<{ readonly id: number; readonly last: boolean }[]> {
  const rows = await tx.execute<{ id: string; last: boolean }>(sql`
    select n.activity_id::text id, bool_or(not exists (select 1 from outbox l
        where l.id > o.id and l.status = 'sent' and l.channel = o.channel and l.conversation = o.conversation)) last
    from notices n join mandates m on m.id = n.mandate_id join outbox o on o.key = n.outbox_key
    where n.activity_id = any(${sql.param([...activityIds])}::int8[]) and m.person_id = ${personId}::int8
      and ${arrivedAt} >= ${since.toISOString()}::timestamptz
    group by n.activity_id order by n.activity_id`);
  return rows.map(({ id, last }) => ({ id: Number(id), last }));
}
