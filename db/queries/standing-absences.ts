import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Of these deputies those who were told of an absence that stands, since a moment. */
export async function listToldAbsent(
  tx: Tx,
  personIds: readonly number[],
  since: Date,
): Promise<ReadonlySet<number>> {
  if (personIds.length === 0) return new Set();
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct m.person_id::text from mandates m join absence_notices n on n.mandate_id = m.id
    where m.person_id = any(${sql.param([...personIds])}::int8[]) and n.withdrawn_at is null
      and n.created_at >= ${since.toISOString()}::timestamptz`);
  return new Set(rows.map((row) => Number(row.person_id)));
}
