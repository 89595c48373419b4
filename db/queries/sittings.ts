import { sql } from "drizzle-orm";
import type { AttendanceStatus } from "#src/domain/activity.ts";
import type { Tx } from "../client.ts";
import { activities, attendances } from "../schema/activities.ts";
import type { Member, NewActivity } from "./activities.ts";

/** Adds the sittings of a session, which concern the same deputies. */
export async function insertSittings(
  tx: Tx,
  rows: readonly NewActivity[],
  members: readonly Member[],
): Promise<void> {
  const added = await tx
    .insert(activities)
    .values([...rows])
    .returning({ id: activities.id });
  const calls = added.flatMap(({ id: activityId }) =>
    members.map(({ mandateId, personId }) => ({ activityId, mandateId, personId })),
  );
  if (calls.length > 0) await tx.insert(attendances).values(calls);
}

/** The sittings of a session that are not called off, with how many of them are not final. */
export async function countSittings(tx: Tx, sessionId: number): Promise<{ all: number; open: number }> {
  const [row] = await tx.execute<{ all: number; open: number }>(sql`
    select count(*)::int as all, (count(*) filter (where state <> 'final'))::int as open from activities
    where session_id = ${sessionId}::int8 and state <> 'cancelled'`);
  return { all: row?.all ?? 0, open: row?.open ?? 0 };
}

/** What became of each mandate at the sittings of a session, absences with granted leave as leave. */
export async function listSittingStatuses(
  tx: Tx,
  sessionId: number,
): Promise<ReadonlyMap<number, readonly AttendanceStatus[]>> {
  const rows = await tx.execute<{ mandate_id: string; statuses: AttendanceStatus[] }>(sql`
    select t.mandate_id::text, array_agg(case when t.status = 'absent' and exists (select 1 from leaves l
        where l.activity_id in (a.id, a.session_id) and l.mandate_id = t.mandate_id and l.state = 'approved')
      then 'leave' else t.status end order by a.starts_at, a.id) statuses
    from activities a join attendances t on t.activity_id = a.id
    where a.session_id = ${sessionId}::int8 and a.state = 'final' group by t.mandate_id`);
  return new Map(rows.map((row) => [Number(row.mandate_id), row.statuses]));
}
