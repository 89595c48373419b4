import { type SQL, sql } from "drizzle-orm";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";

/**
 * SQL: more than its status decides what the attendance `t` of the mandate `h` in the activity `a` was counted as:
 * somebody was absent, or for minutes only, or holds several mandates, or was suspended once, or did not hold the
 * mandate on that day, or was called late; or it is a session, which its sittings may stand for.
 */
export const isNotable = sql`(t.status = 'absent' or (t.minutes is not null and a.minutes is not null)
  or t.called_at is not null or a.on_day < h.valid_from or coalesce(a.on_day > h.valid_to, false)
  or h.id not in (select m.id from mandates m
    where not exists (select 1 from mandates o where o.person_id = m.person_id and o.id <> m.id)
      and not exists (select 1 from suspensions s where s.mandate_id = m.id))
  or a.id in (select s.session_id from activities s where s.session_id is not null))`;

/** For more mandates than this, what concerns them in a stretch is most of what there was, and goes by day. */
const MOST_BY_MANDATE = 1_000;

/** Whether the attendance of so many mandates is found by the days of the activities. */
export const goesByDay = (mandateIds: readonly number[]): boolean => mandateIds.length > MOST_BY_MANDATE;

/**
 * SQL: `from` the attendances `t` in the activities `a` of a stretch, under the mandates `h` of the list `held`, which
 * has these: found by day for a district, by mandate for a township.
 */
export const attendedIn = ({ from, to }: FigurePeriod, mandateIds: readonly number[]): SQL => {
  const isThen = sql`a.on_day between ${from}::date and ${to}::date`;
  return goesByDay(mandateIds)
    ? sql`from (select t.* from activities a cross join lateral (
          select t.* from attendances t where t.activity_id = a.id offset 0) t where ${isThen} offset 0) t
        join held h on h.id = t.mandate_id join activities a on a.id = t.activity_id`
    : sql`from held h cross join lateral (select t.* from attendances t where t.mandate_id = h.id offset 0) t
        join (select a.* from activities a where ${isThen} offset 0) a on a.id = t.activity_id`;
};
