import { type SQL, sql } from "drizzle-orm";
import type { Cut } from "#src/domain/figures/figure-basis.ts";
import { type CountedFilter, isCounted, RECORD, withReach, withCounted } from "./counted.ts";

/**
 * SQL: `with reach as (…), …, counted as (…), kept as (…), shares as (…), repeats as (…)`. Whole months whose sums hold are in `kept`,
 * the records of every other day in `counted`: together they are what the figure is made of, in one statement and so at
 * one moment. What of the kept months is counted too often where several townships share it is in `repeats` for months
 * that are taken from sums altogether; of the others their parts of such occasions are in `shares`.
 * What most townships lack the same days of is read by day, where those asked about are most of all there are: a few
 * thousand records in a row instead of as many look-ups as there are deputies. The rest is read by mandate.
 * Sums are of nobody alone, and only taken where all mandates of a township, or of one group or station of it, are asked about.
 * `by` is what the figure is divided by; with "every-kind" there are the sums of each kind and those of all, called `*`.
 */
export function withFigures(filter: CountedFilter, by?: Cut | "every-kind"): SQL {
  const part = by === "group" || by === "station" ? by : null;
  const kinds = filter.kind === undefined ? KINDS_OF[by ?? "month"] : sql`= ${filter.kind}`;
  return canKeep(filter) && by !== "deputy" ? withKept(filter, part, kinds) : withNothingKept(filter);
}

const TOGETHER = sql`= '*'`;
const KINDS_OF = {
  "every-kind": sql`is not null`,
  kind: sql`<> '*'`,
  township: TOGETHER,
  group: TOGETHER,
  station: TOGETHER,
  deputy: TOGETHER,
  month: TOGETHER,
} as const satisfies Record<Cut | "every-kind", SQL>;

// A person's records are few, and what a place's name is part of and how one is marked is told by the records alone.
const canKeep = ({ whose, place, mark }: CountedFilter): boolean =>
  "scope" in whose && whose.deputyId === undefined && place === undefined && mark === undefined;

const withNothingKept = (filter: CountedFilter): SQL =>
  sql`${withCounted(filter)}, kept as (select f.* from figure_months f where false), ${NO_SHARES}`;

/** SQL: `shares as (…), repeats as (…)` where everything is counted from the records. */
export const NO_SHARES: SQL = sql`shares as (select s.* from figure_shares s where false),
  repeats as (select x.* from figure_repeats x where false)`;

function withKept(filter: CountedFilter, part: "group" | "station" | null, kinds: SQL): SQL {
  const from = sql`${filter.from}::date`;
  const to = sql`${filter.to}::date`;
  return sql`${withReach(filter)},
  ${unitsOf(part)},
  stale as materialized (
    select distinct coalesce(s.township_id, m.township_id, 0) town, s.month
    from stale_months s left join mandates m on m.id = s.mandate_id
    where s.month is null or s.month between ${from} and ${to}),
  fresh as materialized (
    select u.*, c.month from units u join figure_cells c on c.township_id = u.town
    where u.part is not null and c.with_shared and c.month >= ${from} and c.month + interval '1 month' <= ${to} + 1
      and c.waited_from <= ${waited(filter)} and c.waited_until > ${waited(filter)}
      and not exists (select 1 from stale s where s.town = c.township_id and s.month = c.month)
      and not exists (select 1 from stale s where s.town = c.township_id and s.month is null)),
  gaps as materialized (
    select town, min(first) first, max(last) last from (
      select u.town, greatest(m.month::date, ${from}) first,
        least((m.month + interval '1 month')::date - 1, ${to}) last,
        m.month - row_number() over (partition by u.town order by m.month) * interval '1 month' island
      from units u cross join
        generate_series(date_trunc('month', ${filter.from}::timestamp), ${filter.to}::timestamp, interval '1 month') m(month)
      where not exists (select 1 from fresh f where f.town = u.town and f.month = m.month::date)) days
    group by town, island),
  shared as materialized (
    select first, last from gaps
    where (select sum(reached) * 2 > sum(held) from seats)
    group by first, last having count(*) * 2 > (select count(*) from units) limit ${MOST_SHARED}),
  counted as materialized (
    select r.*, m.township_id, m.group_id, m.station_id
    from gaps g join reach m on coalesce(m.township_id, 0) = g.town cross join lateral (
      select ${RECORD} from duty_records r
      where r.mandate_id = m.id and r.starts_on between g.first and g.last and ${isCounted(filter)} offset 0) r
    where (g.first, g.last) not in (select first, last from shared)
    union all
    select r.*, m.township_id, m.group_id, m.station_id
    from shared d cross join lateral (
      select ${RECORD} from duty_records r
      where r.starts_on between d.first and d.last and ${isCounted(filter)} offset 0) r
    join reach m on m.id = r.mandate_id
    where ((coalesce(m.township_id, 0), d.first, d.last) in (select town, first, last from gaps)) is true),
  kept as materialized (
    select f.* from fresh u cross join lateral (
      select * from figure_months f where f.township_id = u.town and f.month = u.month and f.part = u.part
        and (u.org is null or f.org_id = u.org) and f.kind ${kinds} offset 0) f),
  ${sharesOf(filter, part)}`;
}

// A month is settled where the sums of every township with records are taken, and none of it is read beside them.
const sharesOf = (
  filter: CountedFilter,
  part: "group" | "station" | null,
): SQL => sql`settled as materialized (
    select f.month from fresh f join (select c.month, count(*) cells from figure_cells c group by c.month) c using (month)
    where (f.month not in (select date_trunc('month', r.starts_on)::date from counted r)) is true
    group by f.month having bool_and(f.is_whole) and count(*) = min(c.cells)),
  repeats as materialized (
    select x.* from settled s join figure_repeats x on x.month = s.month
    where x.part = ${part ?? "township"}${ofKind(filter, sql`x.kind`)}),
  shares as materialized (
    select s.township_id, s.month, s.org_id, s.kind, s.starts_on, s.occasion collate "C" occasion, s.key, s.counts
    from fresh u cross join lateral (
      select * from figure_shares f where f.township_id = u.town and f.month = u.month and f.part = u.part
        and (u.org is null or f.org_id = u.org)${ofKind(filter, sql`f.kind`)}
      offset 0) s
    where (u.month not in (select month from settled)) is true)`;

const ofKind = ({ kind }: CountedFilter, column: SQL): SQL =>
  kind === undefined ? sql`` : sql` and ${column} = ${kind}`;

/** What more there is goes by mandate; so few that the planner knows how many records to expect. */
const MOST_SHARED = 4;

const waited = ({ waitedSince }: CountedFilter): SQL => sql`${waitedSince.toISOString()}::timestamptz`;

/**
 * SQL: `seats as (…), units as (…)`: for each township that is reached, which sums of it are of exactly the mandates
 * that are: the township's, or those of its one group or station; no part where none are. `org` is null for every one.
 */
const unitsOf = (part: "group" | "station" | null): SQL => sql`seats as materialized (
    select coalesce(m.township_id, 0) town, coalesce(m.group_id, 0) grp, coalesce(m.station_id, 0) station,
      count(*) held, count(r.id) reached
    from mandates m left join reach r on r.id = m.id group by 1, 2, 3),
  towns as (
    select town, sum(held) held, sum(reached) reached,
      min(grp) filter (where reached > 0) grp, max(grp) filter (where reached > 0) last_grp,
      min(station) filter (where reached > 0) station, max(station) filter (where reached > 0) last_station
    from seats group by town having sum(reached) > 0),
  whole as (
    select town, grp, station, held = reached as town_whole,
      grp = last_grp and reached = (select sum(s.held) from seats s where s.town = t.town and s.grp = t.grp) grp_whole,
      station = last_station
        and reached = (select sum(s.held) from seats s where s.town = t.town and s.station = t.station) station_whole
    from towns t),
  units as materialized (select town, town_whole is_whole, ${PART_OF[part ?? "whole"]} part,
    ${ORG_OF[part ?? "whole"]} org from whole)`;

const PART_OF = {
  whole: sql`case when town_whole then 'township' when grp_whole then 'group' when station_whole then 'station' end`,
  group: sql`case when town_whole or grp_whole then 'group' end`,
  station: sql`case when town_whole or station_whole then 'station' end`,
} as const;

const ORG_OF = {
  whole: sql`case when town_whole then town when grp_whole then grp else station end`,
  group: sql`case when not town_whole then grp end`,
  station: sql`case when not town_whole then station end`,
} as const;
