import { type SQL, sql } from "drizzle-orm";
import type { ActivityFact } from "#src/domain/attendance/attendance-facts.ts";
import type { FigurePart } from "#src/domain/figures/figure-basis.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { Tx } from "../../client.ts";
import { arrivedAt } from "../arrived-at.ts";
import { isNotified } from "../attendance-facts.ts";
import { attendedIn, goesByDay, isNotable } from "../notable-attendance.ts";

/** So many deputies whose one mandate ran that day, and of whom the same is on record about one activity. */
export type PlainAttendance = {
  readonly fact: ActivityFact;
  readonly deputies: number;
  /** Where it is divided, the row of the org or deputy that the mandates belong to; null for none. */
  readonly part: number | null;
};

type Row = Pick<ActivityFact, "kind" | "status"> & {
  id: string;
  date: string;
  final: boolean;
  notified: boolean;
  deputies: number;
  part: string | null;
};

/** SQL: where the mandate `h` says which part of divided attendance it belongs to. */
const PARTS = {
  township: sql`h.township_id`,
  group: sql`h.group_id`,
  station: sql`h.station_id`,
  deputy: sql`h.person_id`,
} as const satisfies Record<FigurePart["by"], SQL>;

/**
 * The attendance under these mandates in a stretch that is not notable, each activity once for each status: a
 * district's year is tens of thousands of attendances, and nearly all say that somebody was there. Divided, it stands
 * once for each part.
 */
export async function listPlainAttendance(
  tx: Tx,
  mandateIds: readonly number[],
  { from, to }: FigurePeriod,
  by?: FigurePart["by"],
): Promise<PlainAttendance[]> {
  const many = goesByDay(mandateIds);
  const rows = await tx.execute<Row>(sql`
    with held as materialized (
      select m.* from mandates m where m.id = any(${sql.param([...mandateIds])}::int8[])),
    ${many ? sql`told as materialized (${toldIn({ from, to })}),` : sql``}
    plain as (
      select t.activity_id id, t.status collate "C" status, ${many ? isAmongTold : isNotified} notified, ${by === undefined ? sql`null::int8` : PARTS[by]} part, count(*)::int4 deputies
      ${attendedIn({ from, to }, mandateIds)}
      where a.state <> 'cancelled' and not ${isNotable} and not exists (
        select 1 from activities s where s.id = a.session_id and s.state = 'cancelled')
      group by 1, 2, 3, 4)
    select a.id::text, a.kind, a.on_day::text date, a.state = 'final' final, p.status, p.notified, p.deputies, p.part::text part
    from plain p join activities a on a.id = p.id`);
  return rows.map(({ deputies, id, part, ...fact }) => ({
    fact: { ...fact, id: Number(id), leave: null },
    deputies,
    part: part === null ? null : Number(part),
  }));
}

// What `isNotified` asks of one attendance, for all of a stretch at once: his own answer to the notice is on his line.
const isAmongTold = sql`(((t.activity_id, t.mandate_id) in (select w.id, w.mandate_id from told w)) is true
  or coalesce(t.answered_at <= a.starts_at and (a.moved_at is null or t.answered_at >= a.moved_at), false))`;

const toldIn = ({ from, to }: FigurePeriod): SQL => sql`
  select a.id, n.mandate_id from activities a join notices n on n.activity_id in (a.id, a.session_id)
    left join outbox o on o.key = n.outbox_key
  where a.on_day between ${from}::date and ${to}::date
    and (a.moved_at is null or coalesce(n.delivered_at, ${arrivedAt}) >= a.moved_at)
    and coalesce(n.delivered_at, ${arrivedAt}) <= a.starts_at
  union all
  select a.id, y.mandate_id from activities a cross join lateral (
    select y.* from attendances y where y.activity_id = a.session_id offset 0) y
  where a.session_id is not null and a.on_day between ${from}::date and ${to}::date
    and y.answered_at <= a.starts_at and (a.moved_at is null or y.answered_at >= a.moved_at)`;
