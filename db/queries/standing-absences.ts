import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** When these deputies were told last, since a moment, of an absence that stands; by person. */
export async function listToldAbsent(
  tx: Tx,
  personIds: readonly number[],
  since: Date,
): Promise<ReadonlyMap<number, Date>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.execute<{ person_id: string; at: string }>(sql`
    select m.person_id::text, max(coalesce(n.told_at, n.created_at)) at
    from mandates m join absence_notices n on n.mandate_id = m.id
    where m.person_id = any(${sql.param([...personIds])}::int8[]) and n.withdrawn_at is null
      and coalesce(n.told_at, n.created_at) >= ${since.toISOString()}::timestamptz
    group by m.person_id`);
  return new Map(rows.map((row) => [Number(row.person_id), new Date(row.at)]));
}
