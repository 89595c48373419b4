import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Of these activities those to which somebody of each of the names is called. */
export async function listThatCallAll(
  tx: Tx,
  activities: readonly number[],
  names: readonly string[],
): Promise<ReadonlySet<number>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select t.activity_id::text id from attendances t join people p on p.id = t.person_id
    where t.activity_id = any(${sql.param([...activities])}::int8[]) and p.name = any(${sql.param([...names])}::text[])
    group by t.activity_id having count(distinct p.name) = ${names.length}`);
  return new Set(rows.map(({ id }) => Number(id)));
}
