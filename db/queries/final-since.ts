import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Mandates concerned by activities whose attendance became final since an instant. */
export async function listMandatesJudgedSince(tx: Tx, since: Date): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct x.mandate_id::text id from activities a join attendances x on x.activity_id = a.id
    where a.state = 'final' and a.final_at >= ${since.toISOString()}::timestamptz order by 1`);
  return rows.map((row) => Number(row.id));
}
