import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { isLeaveFrom } from "./leaves.ts";
import { type FoundActivity, findActivity } from "./activities.ts";

/** The congress session of this id, if its attendance is final; locked for a change. */
export async function findFinalSession(tx: Tx, id: number): Promise<FoundActivity | undefined> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select a.number from activities a where a.id = ${id}::int8 and a.state = 'final' for update`);
  return row === undefined ? undefined : findActivity(tx, row.number);
}

/**
 * Marks a deputy who was absent as on leave, at an activity whose attendance is final and at those sittings of it that
 * are. Returns how often that was.
 */
export async function markExcused(
  tx: Tx,
  activityId: number,
  mandateId: number,
  by: { readonly actorId: number; readonly now: Date },
): Promise<number> {
  const rows = await tx.execute(sql`
    update attendances t set status = 'leave', minutes = null, corrected = true, marked_by = ${by.actorId}::int8,
      marked_at = ${by.now.toISOString()}::timestamptz
    from activities a where a.id = t.activity_id and t.mandate_id = ${mandateId}::int8 and t.status = 'absent'
      and a.state = 'final' and exists (select 1 from leaves l where l.activity_id = ${activityId}::int8
        and l.mandate_id = t.mandate_id and ${isLeaveFrom(sql`l`, sql`t`)}) returning 1`);
  return rows.length;
}
