import { sql } from "drizzle-orm";
import type { AttendanceStatus } from "#src/domain/activity.ts";
import type { Tx } from "../client.ts";
import { activities, attendances } from "../schema/activities.ts";
import type { FoundActivity, Member, NewActivity } from "./activities.ts";
import { isLeaveFrom } from "./leaves.ts";

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

/**
 * Lets sessions begin when the first of their sittings does; whose beginning moves is announced anew. Leave that was
 * refused for the old day is a new wish for the new one, as with anything that moves.
 */
export async function followSittings(tx: Tx, sessions: readonly number[], now: Date): Promise<void> {
  if (sessions.length === 0) return;
  await tx.execute(sql`
    with first as (select distinct on (a.session_id) a.session_id, a.starts_at, a.on_day, w.on_day was
        from activities a join activities w on w.id = a.session_id
        where a.session_id = any(${sql.param([...sessions])}::int8[]) and a.state <> 'cancelled'
        order by a.session_id, a.starts_at),
      moved as (update activities s
        set starts_at = f.starts_at, on_day = f.on_day, moved_at = ${now.toISOString()}::timestamptz from first f
        where s.id = f.session_id and s.state = 'planned' and s.starts_at <> f.starts_at
        returning s.id, s.on_day <> f.was other_day)
    update leaves l set decided_at = null from moved v where v.id = l.activity_id and v.other_day
      and l.state <> 'approved' and l.decided_at is not null`);
}

/** A sitting as it is planned. */
export type Sitting = Pick<FoundActivity, "id" | "number" | "title" | "startsAt" | "place"> & {
  readonly sessionId: number;
};

type SittingRow = {
  id: string;
  session_id: string;
  number: string;
  title: string;
  starts_at: string;
  place: string | null;
};

/** The sittings of sessions that lie ahead, in the order of time. */
export async function listSittings(tx: Tx, sessions: readonly number[], now: Date): Promise<Sitting[]> {
  const rows = await tx.execute<SittingRow>(sql`
    select a.id::text, a.session_id::text, a.number, a.title, a.starts_at, a.place from activities a
    where a.session_id = any(${sql.param([...sessions])}::int8[]) and a.state = 'planned'
      and a.starts_at > ${now.toISOString()}::timestamptz order by a.starts_at, a.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    sessionId: Number(row.session_id),
    number: row.number,
    title: row.title,
    startsAt: new Date(row.starts_at),
    place: row.place,
  }));
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
        where ${isLeaveFrom(sql`l`, sql`t`)} and l.mandate_id = t.mandate_id and l.state = 'approved')
      then 'leave' else t.status end order by a.starts_at, a.id) statuses
    from activities a join attendances t on t.activity_id = a.id
    where a.session_id = ${sessionId}::int8 and a.state = 'final' group by t.mandate_id`);
  return new Map(rows.map((row) => [Number(row.mandate_id), row.statuses]));
}

/** The number of another sitting of the same session, of the same kind and not called off, that begins at a moment. */
export async function findSittingAt(
  tx: Tx,
  { id, sessionId, kind }: Pick<FoundActivity, "id" | "sessionId" | "kind">,
  startsAt: Date,
): Promise<string | undefined> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select number from activities where session_id = ${sessionId}::int8 and kind = ${kind} and id <> ${id}::int8
      and state <> 'cancelled' and starts_at = ${startsAt.toISOString()}::timestamptz limit 1`);
  return row?.number;
}

/** The sittings of sessions that are planned still. */
export async function listPlannedSittings(
  tx: Tx,
  sessionIds: readonly number[],
): Promise<readonly { readonly id: number; readonly sessionId: number }[]> {
  const rows = await tx.execute<{ id: string; session_id: string }>(sql`
    select a.id::text, a.session_id::text from activities a
    where a.session_id = any(${sql.param([...sessionIds])}::int8[]) and a.state = 'planned'
    order by a.starts_at, a.id`);
  return rows.map((row) => ({ id: Number(row.id), sessionId: Number(row.session_id) }));
}
