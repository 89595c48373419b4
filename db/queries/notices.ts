import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Adds notices that staff gave by phone or on paper, each deputy and way once. */
export async function insertStaffNotices(
  tx: Tx,
  activityId: number,
  mandateIds: readonly number[],
  by: { readonly way: "phone" | "paper"; readonly enteredBy: number; readonly now: Date },
): Promise<void> {
  await tx.execute(sql`
    insert into notices (activity_id, mandate_id, way, delivered_at, entered_by)
    select ${activityId}::int8, x.m, ${by.way}, ${by.now.toISOString()}::timestamptz, ${by.enteredBy}::int8
    from unnest(${sql.param([...mandateIds])}::int8[]) as x(m)
    where not exists (select 1 from notices n where n.activity_id = ${activityId}::int8 and n.mandate_id = x.m
      and n.way = ${by.way})`);
}
