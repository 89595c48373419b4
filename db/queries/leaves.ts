import { sql } from "drizzle-orm";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { Tx } from "../client.ts";
import { leaves } from "../schema/activities.ts";

/** Asks for leave, or asks again in place of an earlier wish. */
export async function upsertLeave(tx: Tx, row: typeof leaves.$inferInsert): Promise<void> {
  const fresh = { state: row.state ?? "pending", decidedBy: row.decidedBy ?? null };
  await tx
    .insert(leaves)
    .values(row)
    .onConflictDoUpdate({
      target: [leaves.activityId, leaves.mandateId],
      set: {
        ...fresh,
        reason: row.reason,
        note: row.note ?? null,
        late: row.late ?? false,
        requestedAt: row.requestedAt,
        decidedAt: row.decidedAt ?? null,
        decisionNote: row.decisionNote ?? null,
      },
    });
}

/** A wish for leave that waits for a decision. */
export type PendingLeave = {
  readonly id: number;
  readonly number: string;
  readonly personId: number;
  readonly mandateId: number;
  readonly reason: LeaveReason;
};

/** Wishes of deputies of a name that wait, of one activity if it is named, locked. */
export async function lockPendingLeaves(
  tx: Tx,
  name: string,
  activity: string | undefined,
): Promise<PendingLeave[]> {
  const which = activity === undefined ? sql`true` : sql`a.number = ${activity}`;
  const rows = await tx.execute<{
    id: string;
    number: string;
    person_id: string;
    mandate_id: string;
    reason: LeaveReason;
  }>(sql`
    select l.id::text, a.number, l.person_id::text, l.mandate_id::text, l.reason
    from leaves l join people p on p.id = l.person_id join activities a on a.id = l.activity_id
    where p.name = ${name} and l.state = 'pending' and a.state <> 'cancelled' and ${which}
    order by a.starts_at for update of l`);
  return rows.map((row) => ({
    id: Number(row.id),
    number: row.number,
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
    reason: row.reason,
  }));
}

/** Decides on a wish for leave. */
export async function markLeave(
  tx: Tx,
  id: number,
  decision: {
    readonly approved: boolean;
    readonly actorId: number;
    readonly note: string;
    readonly now: Date;
  },
): Promise<void> {
  await tx.execute(sql`
    update leaves set state = ${decision.approved ? "approved" : "refused"}, decided_by = ${decision.actorId}::int8,
      decided_at = ${decision.now.toISOString()}::timestamptz, decision_note = ${decision.note}
    where id = ${id}::int8`);
}
