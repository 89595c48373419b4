import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Leave of somebody who came all the same. */
export type UnusedLeave = { readonly id: number; readonly personId: number; readonly approved: boolean };

/**
 * Lets the wishes for leave go that still wait and whose deputies came, and finds leave that was granted to others of
 * them: that stands, unused.
 */
export async function settleLeavesOfCame(
  tx: Tx,
  activityId: number,
  mandateIds: readonly number[],
): Promise<UnusedLeave[]> {
  if (mandateIds.length === 0) return [];
  const theirs = sql`activity_id = ${activityId}::int8 and mandate_id = any(${sql.param([...mandateIds])}::int8[])`;
  const rows = await tx.execute<{ id: string; person_id: string; approved: boolean }>(sql`
    with gone as (update leaves set state = 'withdrawn' where state = 'pending' and ${theirs}
      returning id, person_id)
    select id::text, person_id::text, false approved from gone
    union all select id::text, person_id::text, true from leaves where state = 'approved' and ${theirs}`);
  return rows.map(({ id, person_id: person, approved }) => ({
    id: Number(id),
    personId: Number(person),
    approved,
  }));
}
