import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** An activity that a deputy is called to and that is open for checking in. */
export type CheckInSeat = {
  readonly activityId: number;
  readonly mandateId: number;
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
  readonly checkedIn: boolean;
  readonly misses: number;
};

type Row = {
  activity_id: string;
  mandate_id: string;
  number: string;
  title: string;
  place: string | null;
  starts_at: string;
  checked_in: boolean;
  misses: number;
};

/** Where a deputy may check in: what he or she is called to and that begins within a stretch, locked. */
export async function claimCheckInSeats(
  tx: Tx,
  personId: number,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<CheckInSeat[]> {
  const rows = await tx.execute<Row>(sql`
    select a.id::text activity_id, t.mandate_id::text, a.number, a.title, a.place, a.starts_at,
      t.checked_in_at is not null checked_in, t.check_in_misses misses
    from attendances t join activities a on a.id = t.activity_id
    where t.person_id = ${personId}::int8 and a.state = 'planned'
      and a.starts_at between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz
      and not exists (select 1 from activities s where s.session_id = a.id)
    order by a.starts_at, a.id limit 10 for update of t`);
  return rows.map((row) => ({
    activityId: Number(row.activity_id),
    mandateId: Number(row.mandate_id),
    number: row.number,
    title: row.title,
    place: row.place,
    startsAt: new Date(row.starts_at),
    checkedIn: row.checked_in,
    misses: row.misses,
  }));
}

type Seat = Pick<CheckInSeat, "activityId" | "mandateId">;

/** Notes that a deputy checked in; the register stays as it is until staff take it over. */
export async function markCheckedIn(tx: Tx, { activityId, mandateId }: Seat, now: Date): Promise<void> {
  await tx.execute(sql`
    update attendances set checked_in_at = coalesce(checked_in_at, ${now.toISOString()}::timestamptz)
    where activity_id = ${activityId}::int8 and mandate_id = ${mandateId}::int8`);
}

/** Counts a wrong code at every activity that it may have been meant for. */
export async function countMiss(tx: Tx, personId: number, activities: readonly number[]): Promise<void> {
  await tx.execute(sql`
    update attendances set check_in_misses = check_in_misses + 1
    where person_id = ${personId}::int8 and activity_id = any(${sql.param([...activities])}::int8[])`);
}
