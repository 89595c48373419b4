import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../../client.ts";
import { keepRepeats } from "./keep-repeats.ts";

/** A month of a township (0: of none). */
type Cell = { readonly town: string; readonly month: string };

/**
 * Makes the sums of up to `limit` months anew, latest first, that no longer hold for whoever counts what staff had
 * filed by `waitedSince`, and strikes out what said so. Returns how many; fewer than `limit` where all are done. To be
 * called in a transaction of its own that has done nothing yet: what it strikes out is exactly what its moment sees, and
 * of two callers one waits for the other.
 */
export async function keepFigures(tx: Tx, waitedSince: Date, limit: number): Promise<number> {
  await tx.execute(sql`set transaction isolation level repeatable read`);
  await tx.execute(sql`set local work_mem = '64MB'`);
  // Taken before the transaction has a moment of its own: it sees all that the one before it did.
  await tx.execute(sql`lock table figure_cells in exclusive mode`);
  await spellOutTownships(tx);
  const cells = await listStale(tx, waitedSince, limit);
  if (cells.length === 0) return 0;
  const these = sql`unnest(${sql.param(cells.map((one) => one.town))}::int8[],
    ${sql.param(cells.map((one) => one.month))}::date[]) as c(town, month)`;
  await tx.execute(sql`delete from stale_months s using ${these}
    where s.month = c.month and c.town = coalesce(s.township_id,
      (select m.township_id from mandates m where m.id = s.mandate_id), 0)`);
  await tx.execute(
    sql`delete from figure_months f using ${these} where f.township_id = c.town and f.month = c.month`,
  );
  await tx.execute(
    sql`delete from figure_shares f using ${these} where f.township_id = c.town and f.month = c.month`,
  );
  await tx.execute(
    sql`delete from figure_cells f using ${these} where f.township_id = c.town and f.month = c.month`,
  );
  await insertCells(tx, these, waitedSince);
  await insertSums(tx, these, waitedSince);
  await insertShares(tx, these, waitedSince);
  await keepRepeats(tx, [...new Set(cells.map((one) => one.month))]);
  return cells.length;
}

// What says that no month of a township holds becomes one word for each month that has sums.
async function spellOutTownships(tx: Tx): Promise<void> {
  await tx.execute(sql`
    with whole as (delete from stale_months s where s.month is null returning s.township_id)
    insert into stale_months (township_id, month)
    select distinct w.township_id, c.month from whole w join figure_cells c on c.township_id = w.township_id`);
}

async function listStale(tx: Tx, waitedSince: Date, limit: number): Promise<Cell[]> {
  const since = sql`${waitedSince.toISOString()}::timestamptz`;
  const rows = await tx.execute<Cell>(sql`
    select town::text, month::text from (
      select coalesce(s.township_id, m.township_id, 0) town, s.month
      from stale_months s left join mandates m on m.id = s.mandate_id
      union
      select c.township_id, c.month from figure_cells c where c.waited_from > ${since} or c.waited_until <= ${since}
        or not c.with_shared
    ) stale order by stale.month desc, stale.town limit ${limit}`);
  return [...rows];
}

// The records of some months that may count; `c` is the month, `m` the mandate, `r` the record.
const recordsOf = (these: SQL): SQL => sql`from ${these}
  join mandates m on coalesce(m.township_id, 0) = c.town
  cross join lateral (select d.* from duty_records d where d.mandate_id = m.id and d.starts_on >= c.month
    and d.starts_on < c.month + interval '1 month' and d.state in ('confirmed', 'verified') offset 0) r`;

const isUnanswered = sql`r.entered_by is not null and r.acknowledged_at is null`;

async function insertCells(tx: Tx, these: SQL, waitedSince: Date): Promise<void> {
  const since = sql`${waitedSince.toISOString()}::timestamptz`;
  await tx.execute(sql`
    insert into figure_cells (township_id, month, waited_from, waited_until, with_shared)
    select c.town, c.month, coalesce(w.from_then, '-infinity'), coalesce(w.until_then, 'infinity'), true from ${these}
      left join (
        select c.town, c.month, max(r.filed_at) filter (where r.filed_at <= ${since}) from_then,
          min(r.filed_at) filter (where r.filed_at > ${since}) until_then
        ${recordsOf(these)} where ${isUnanswered} group by 1, 2) w on w.town = c.town and w.month = c.month`);
}

const PARTS = sql`(values ('township', c.town), ('group', coalesce(m.group_id, 0)),
        ('station', coalesce(m.station_id, 0)))`;

async function insertSums(tx: Tx, these: SQL, waitedSince: Date): Promise<void> {
  await tx.execute(sql`
    with counted as materialized (
      select c.town, c.month, x.part, x.org, r.kind, r.starts_on, r.occasion collate "C" occasion, r.person_id, r.counts,
        ${isUnanswered} unconfirmed
      ${recordsOf(these)} cross join lateral ${PARTS} x(part, org)
      where not (${isUnanswered}) or r.filed_at <= ${waitedSince.toISOString()}::timestamptz),
    sums as (
      select town, month, part, org, kind, sum(records) records, count(*) activities, sum(unconfirmed) unconfirmed
      from (
        select town, month, part, org, kind, count(*) records, count(*) filter (where unconfirmed) unconfirmed
        from counted group by town, month, part, org, kind, starts_on, occasion) occasions
      group by grouping sets ((town, month, part, org, kind), (town, month, part, org))),
    amounts as (
      select town, month, part, org, kind, jsonb_object_agg(unit, n) counts from (
        select town, month, part, org, kind, unit, sum(n) n from (
          select c.town, c.month, c.part, c.org, c.kind, e.key unit, max(e.value::numeric) n
          from counted c, jsonb_each_text(c.counts) e
          group by c.town, c.month, c.part, c.org, c.kind, c.starts_on, c.occasion, e.key) once
        group by grouping sets ((town, month, part, org, kind, unit), (town, month, part, org, unit))) units
      group by town, month, part, org, kind),
    people as (
      select town, month, part, org, kind, array_agg(distinct person_id) deputies from counted
      group by grouping sets ((town, month, part, org, kind), (town, month, part, org)))
    insert into figure_months
      (township_id, month, part, org_id, kind, records, activities, unconfirmed, counts, deputies)
    select s.town, s.month, s.part, s.org, coalesce(s.kind, '*'), s.records, s.activities, s.unconfirmed,
      coalesce(a.counts, '{}'), p.deputies
    from sums s join people p on (p.town, p.month, p.part, p.org, coalesce(p.kind, '*'))
        = (s.town, s.month, s.part, s.org, coalesce(s.kind, '*'))
      left join amounts a on (a.town, a.month, a.part, a.org, coalesce(a.kind, '*'))
        = (s.town, s.month, s.part, s.org, coalesce(s.kind, '*'))`);
}

// By the index of each: to read every record there is for its shares would take longer than all the rest.
const hasShares = sql`exists (select from (select s.id from duty_records s where s.shared_from = r.id limit 1) s)
  or r.id in (select id from shared)`;

/** Keeps what of these months is of an activity, or of a record with shares: other townships may share it. */
async function insertShares(tx: Tx, these: SQL, waitedSince: Date): Promise<void> {
  await tx.execute(sql`
    with shared as materialized (
      select unnest(s.together_with) id from duty_records s where s.together_with is not null),
    counted as materialized (
      select c.town, c.month, x.part, x.org, r.kind, r.starts_on, r.occasion collate "C" occasion, r.counts,
        case when r.activity_id is null
          then array_remove(array[r.shared_from, case when ${hasShares} then r.id end] || r.together_with, null)
          else array[-r.activity_id] end keys
      ${recordsOf(these)} cross join lateral ${PARTS} x(part, org)
      where not (${isUnanswered}) or r.filed_at <= ${waitedSince.toISOString()}::timestamptz),
    links as materialized (
      select distinct town, month, part, org, kind, starts_on, occasion, unnest(keys) key
      from counted where keys <> '{}'),
    amounts as (
      select town, month, part, org, kind, starts_on, occasion, jsonb_object_agg(unit, n) counts from (
        select c.town, c.month, c.part, c.org, c.kind, c.starts_on, c.occasion, e.key unit, max(e.value::numeric) n
        from counted c, jsonb_each_text(c.counts) e
        where (c.starts_on, c.occasion) in (select starts_on, occasion from links)
        group by 1, 2, 3, 4, 5, 6, 7, 8) largest
      group by town, month, part, org, kind, starts_on, occasion)
    insert into figure_shares (township_id, month, part, org_id, kind, starts_on, occasion, key, counts)
    select l.town, l.month, l.part, l.org, l.kind, l.starts_on, l.occasion, l.key, coalesce(a.counts, '{}')
    from links l left join amounts a using (town, month, part, org, kind, starts_on, occasion)`);
}
