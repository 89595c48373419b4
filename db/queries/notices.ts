import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/**
 * Keeps notices of an activity from going out that nobody has tried to send; returns the mandates that thus were never
 * told of it in any way.
 */
export async function suppressInvitations(tx: Tx, activityId: number): Promise<ReadonlySet<number>> {
  const rows = await tx.execute<{ mandate_id: string }>(sql`
    with held as (
      update outbox o set status = 'suppressed', reason = 'called-off' from notices n
      where n.activity_id = ${activityId}::int8 and o.key = n.outbox_key and o.status = 'new' and o.attempts = 0
      returning n.mandate_id)
    select h.mandate_id::text from held h where not exists (
      select 1 from notices n where n.activity_id = ${activityId}::int8 and n.mandate_id = h.mandate_id
        and n.way <> 'chat')`);
  return new Set(rows.map((row) => Number(row.mandate_id)));
}

/** Adds notices that staff gave by phone or on paper, each deputy and way once; one from before a move proves nothing. */
export async function insertStaffNotices(
  tx: Tx,
  activityId: number,
  mandateIds: readonly number[],
  by: {
    readonly way: "phone" | "paper";
    readonly enteredBy: number;
    readonly at: Date;
    readonly since: Date;
  },
): Promise<void> {
  await tx.execute(sql`
    insert into notices (activity_id, mandate_id, way, delivered_at, entered_by)
    select ${activityId}::int8, x.m, ${by.way}, ${by.at.toISOString()}::timestamptz, ${by.enteredBy}::int8
    from unnest(${sql.param([...mandateIds])}::int8[]) as x(m)
    where not exists (select 1 from notices n where n.activity_id = ${activityId}::int8 and n.mandate_id = x.m
      and n.way = ${by.way} and n.delivered_at >= ${by.since.toISOString()}::timestamptz
      and n.delivered_at <= ${by.at.toISOString()}::timestamptz)`);
}

/** Keeps with the notices when their messages were delivered: the messages themselves are erased in time. */
export async function keepDeliveries(tx: Tx, activityId: number): Promise<void> {
  await tx.execute(sql`update notices n set delivered_at = o.sent_at from outbox o
    where n.activity_id = ${activityId}::int8 and o.key = n.outbox_key and o.status = 'sent'
      and n.delivered_at is null`);
}
