import { sql } from "drizzle-orm";
import type { LeaveState } from "#src/domain/activity.ts";
import type { Tx } from "../client.ts";

/** Leave that a deputy asked for, with what is seen of the activity. */
export type OwnLeaveRow = {
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
  readonly state: Exclude<LeaveState, "withdrawn">;
  /** By a final register he or she came all the same. */
  readonly came: boolean;
};

/** What a deputy asked leave from that begins at `since` or later, and what became of it; soonest first. */
export async function listOwnLeaves(tx: Tx, personId: number, since: Date): Promise<OwnLeaveRow[]> {
  const rows = await tx.execute<Omit<OwnLeaveRow, "startsAt"> & { starts_at: string }>(sql`
    select a.number, a.title, a.place, a.starts_at, l.state,
      a.state = 'final' and t.status in ('present', 'late', 'left_early') came
    from attendances t join leaves l on l.mandate_id = t.mandate_id and l.activity_id = t.activity_id
      join activities a on a.id = t.activity_id
    where t.person_id = ${personId}::int8 and a.starts_at >= ${since.toISOString()}::timestamptz
      and a.state <> 'cancelled' and l.state <> 'withdrawn'
    order by a.starts_at, a.id`);
  return rows.map(({ number, title, place, state, came, starts_at: at }) => ({
    number,
    title,
    place,
    state,
    came,
    startsAt: new Date(at),
  }));
}
