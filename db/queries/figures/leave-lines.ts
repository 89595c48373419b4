import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { LeaveLine, LeaveStanding } from "#src/domain/figures/leave-view.ts";
import type { Tx } from "../../client.ts";

/** Of which mandates, from which activities. */
export type LeaveFilter = {
  readonly mandateIds: readonly number[];
  readonly from: Day;
  readonly to: Day;
  readonly activity?: string;
};

// Leave that was asked for and not taken back, and what a register has as leave without a wish.
const leaveOf = ({ mandateIds, from, to, activity }: LeaveFilter): SQL => sql`
  select p.name, a.number, a.title, a.on_day::text date, coalesce(l.state, 'entered') state, a.id activity_id, t.person_id
  from attendances t join activities a on a.id = t.activity_id join people p on p.id = t.person_id
    left join leaves l on l.activity_id = t.activity_id and l.mandate_id = t.mandate_id and l.state <> 'withdrawn'
  where t.mandate_id = any(${sql.param([...mandateIds])}::int8[]) and a.state <> 'cancelled'
    and (l.id is not null or t.status = 'leave')
    and ${activity === undefined ? sql`a.on_day between ${from}::date and ${to}::date` : sql`a.number = ${activity}`}`;

/** How much leave of each standing there is. */
export async function countLeaves(
  tx: Tx,
  filter: LeaveFilter,
): Promise<Readonly<Record<LeaveStanding, number>>> {
  const rows = await tx.execute<{ state: LeaveStanding; n: number }>(
    sql`select state, count(*)::int4 n from (${leaveOf(filter)}) leave group by state`,
  );
  const found = new Map(rows.map(({ state, n }) => [state, n]));
  const of = (state: LeaveStanding): number => found.get(state) ?? 0;
  return { approved: of("approved"), pending: of("pending"), refused: of("refused"), entered: of("entered") };
}

/** A page of it, the latest activity first, of each in the order of the roster. */
export async function listLeaveLines(
  tx: Tx,
  filter: LeaveFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<LeaveLine[]> {
  const rows = await tx.execute<LeaveLine>(sql`
    select name, number, title, date, state from (${leaveOf(filter)}) leave
    order by date desc, activity_id desc, person_id limit ${limit} offset ${offset}`);
  return [...rows];
}
