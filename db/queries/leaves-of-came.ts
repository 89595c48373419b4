import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Leave that was granted to somebody who came all the same. */
export type UnusedLeave = { readonly id: number; readonly personId: number };

/** Leave from an activity that was granted to deputies of these mandates. */
export async function listLeavesOfCame(
  tx: Tx,
  activityId: number,
  mandateIds: readonly number[],
): Promise<UnusedLeave[]> {
  if (mandateIds.length === 0) return [];
  const rows = await tx.execute<{ id: string; person_id: string }>(sql`
    select id::text, person_id::text from leaves where state = 'approved'
      and activity_id = ${activityId}::int8 and mandate_id = any(${sql.param([...mandateIds])}::int8[])`);
  return rows.map(({ id, person_id: person }) => ({ id: Number(id), personId: Number(person) }));
}
