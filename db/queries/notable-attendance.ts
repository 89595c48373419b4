import { type SQL, sql } from "drizzle-orm";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";

// His line alone says that more than his status is to be read; an index knows the few of an activity.
const isNotableByLine = sql`(t.status = 'absent' or t.minutes is not null or t.called_at is not null)`;

// One mandate and no suspension: for nearly everybody.
const PLAIN_HOLDERS = sql`(select m.id from mandates m
  where not exists (select 1 from mandates o where o.person_id = m.person_id and o.id <> m.id)
    and not exists (select 1 from suspensions s where s.mandate_id = m.id))`;

/**
 * SQL: more than its status decides what the attendance `t` of the mandate `h` in the activity `a` was counted as:
 * somebody was absent, or for minutes only, or holds several mandates, or was suspended once, or did not hold the
 * mandate on that day, or was called late; or it is a session, which its sittings may stand for.
 */
export const isNotable = sql`(t.status = 'absent' or (t.minutes is not null and a.minutes is not null)
  or t.called_at is not null or a.on_day < h.valid_from or coalesce(a.on_day > h.valid_to, false)
  or h.id not in ${PLAIN_HOLDERS}
  or a.id in (select s.session_id from activities s where s.session_id is not null))`;

/** For more mandates than this, what concerns them in a stretch is most of what there was, and goes by day. */
const MOST_BY_MANDATE = 1_000;

/** Whether the attendance of so many mandates is found by the days of the activities. */
export const goesByDay = (mandateIds: readonly number[]): boolean => mandateIds.length > MOST_BY_MANDATE;

const isThen = ({ from, to }: FigurePeriod): SQL => sql`a.on_day between ${from}::date and ${to}::date`;

/**
 * SQL: `from` the attendances `t` in the activities `a` of a stretch, under the mandates `h` of the list `held`, which
 * has these: found by day for a district, by mandate for a township.
 */
export const attendedIn = (period: FigurePeriod, mandateIds: readonly number[]): SQL =>
  goesByDay(mandateIds)
    ? sql`from (select t.* from activities a cross join lateral (
          select t.activity_id, t.mandate_id, t.status, t.minutes, t.answered_at, t.called_at from attendances t
          where t.activity_id = a.id offset 0) t where ${isThen(period)} offset 0) t
        join held h on h.id = t.mandate_id join activities a on a.id = t.activity_id`
    : sql`from held h cross join lateral (select t.* from attendances t where t.mandate_id = h.id offset 0) t
        join (select a.* from activities a where ${isThen(period)} offset 0) a on a.id = t.activity_id`;

/** When so many mandates are odd (a term ends), their attendance goes by day as well. */
const MOST_ODD = 200;

/**
 * SQL: `odd as (…), noted as (…),`: which attendances of a stretch may be notable under the mandates of the list `held`,
 * found without reading all of it.
 */
export const withNoted = (period: FigurePeriod): SQL => sql`odd as materialized (
    select m.id from held m where m.valid_from > ${period.from}::date or m.valid_to < ${period.to}::date
      or m.id not in ${PLAIN_HOLDERS}),
  dated as materialized (select a.id from activities a where ${isThen(period)}),
  noted as materialized (
    select t.activity_id, t.mandate_id from dated a cross join lateral (
      select t.activity_id, t.mandate_id from attendances t where t.activity_id = a.id and ${isNotableByLine} offset 0) t
    union
    select t.activity_id, t.mandate_id from dated a cross join lateral (
      select t.* from attendances t where t.activity_id = a.id
        and (a.id in (select s.session_id from activities s where s.session_id is not null)
          or ((select count(*) from odd) > ${MOST_ODD}::int4 and t.mandate_id in (select o.id from odd o))) offset 0) t
      where (select count(*) from odd) > ${MOST_ODD}::int4
        or a.id in (select s.session_id from activities s where s.session_id is not null)
    union
    select t.activity_id, t.mandate_id from odd o cross join lateral (
      select t.* from attendances t where t.mandate_id = o.id offset 0) t
    where (select count(*) from odd) <= ${MOST_ODD}::int4
      and t.activity_id in (select a.id from dated a)),`;

/** SQL: `from` the attendances of the list `noted`, as `attendedIn` names them. */
export const FROM_NOTED = sql`from noted n cross join lateral (select t.* from attendances t
    where t.activity_id = n.activity_id and t.mandate_id = n.mandate_id offset 0) t
  join mandates h on h.id = t.mandate_id and (h.id in (select k.id from held k)) is true
  join activities a on a.id = t.activity_id`;
