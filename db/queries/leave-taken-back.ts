import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Leave that a deputy took back, and who had granted it; nobody where it still waited. */
export type TakenBack = {
  readonly id: number;
  readonly wishes: number;
  readonly approved: boolean;
  readonly decidedBy: number | null;
};

/**
 * Takes back a wish for leave that waits, or leave that was granted, of which then nothing is left: another wish is a
 * new one. Undefined where there was none.
 */
export async function withdrawLeave(
  tx: Tx,
  activityId: number,
  mandateId: number,
): Promise<TakenBack | undefined> {
  const [row] = await tx.execute<{
    id: string;
    wishes: number;
    approved: boolean;
    decided_by: string | null;
  }>(sql`
    with old as (select id, state, decided_by, decided_at from leaves where activity_id = ${activityId}::int8
      and mandate_id = ${mandateId}::int8 and state in ('pending', 'approved') for update)
    update leaves l set state = 'withdrawn',
      decided_by = case when old.state = 'pending' then l.decided_by end,
      decided_at = case when old.state = 'pending' then l.decided_at end,
      decision_note = case when old.state = 'pending' then l.decision_note end
    from old where l.id = old.id
    returning l.id::text, l.wishes, old.state = 'approved' approved,
      case when old.state = 'approved' then old.decided_by end::text decided_by`);
  if (row === undefined) return undefined;
  return {
    id: Number(row.id),
    wishes: row.wishes,
    approved: row.approved,
    decidedBy: row.decided_by === null ? null : Number(row.decided_by),
  };
}

/** Leave from a session that waits or was granted, with the session's number; undefined where there is none. */
export async function findSessionLeave(
  tx: Tx,
  sessionId: number,
  mandateId: number,
): Promise<(TakenBack & { readonly number: string }) | undefined> {
  const [row] = await tx.execute<{
    id: string;
    wishes: number;
    approved: boolean;
    decided_by: string | null;
    number: string;
  }>(sql`
    select l.id::text, l.wishes, l.state = 'approved' approved,
      case when l.state = 'approved' then l.decided_by end::text decided_by, a.number
    from leaves l join activities a on a.id = l.activity_id
    where l.activity_id = ${sessionId}::int8 and l.mandate_id = ${mandateId}::int8
      and l.state in ('pending', 'approved')`);
  if (row === undefined) return undefined;
  const { id, wishes, approved, number, decided_by: by } = row;
  return { id: Number(id), wishes, approved, decidedBy: by === null ? null : Number(by), number };
}

/** What a deputy asked leave from, or was granted it, and what lies ahead: the ids of the activities, at most 20. */
export async function listLeftFrom(tx: Tx, personId: number, now: Date): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct a.id::text from attendances t join leaves l on l.mandate_id = t.mandate_id
      and l.activity_id = t.activity_id and l.state in ('pending', 'approved')
      join activities a on a.id = t.activity_id
    where t.person_id = ${personId}::int8 and a.state = 'planned' and a.starts_at >= ${now.toISOString()}::timestamptz
    limit 20`);
  return rows.map(({ id }) => Number(id));
}
