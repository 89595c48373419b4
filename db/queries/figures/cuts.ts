import { type SQL, sql } from "drizzle-orm";
import type { Counts } from "#src/domain/count-unit.ts";
import type { Cut } from "#src/domain/figures/figure-basis.ts";
import type { CutLine } from "#src/domain/figures/figure-view.ts";
import type { Tx } from "../../client.ts";
import { type CountedFilter, isCounted, isOneOccasion, RECORD } from "./counted.ts";
import { withFigures } from "./kept.ts";
import { type RepeatedSource, UNDIVIDED, withRepeated } from "./spanning.ts";

type Division = { readonly key: SQL; readonly kept: SQL; readonly label: SQL; readonly order: SQL };

const OF_ORG = { keptCut: sql`nullif(s.org_id, 0)`, repeatsCut: sql`nullif(x.org_id, 0)` } as const;

/**
 * How often shared occasions are repeated within lines. An occasion is of one kind and one month; within a township none
 * is repeated, and what is told of these lines is how their sum differs from the whole.
 */
const REPEATS = {
  kind: { ...UNDIVIDED, under: sql`p.kind`, repeatsCut: sql`x.kind` },
  township: UNDIVIDED,
  group: { ...OF_ORG, cut: sql`r.group_id` },
  station: { ...OF_ORG, cut: sql`r.station_id` },
  deputy: { ...UNDIVIDED, cut: sql`r.person_id` },
  month: { ...UNDIVIDED, under: sql`date_trunc('month', p.starts_on)::date`, repeatsCut: sql`x.month` },
} as const satisfies Record<Cut, Omit<RepeatedSource, "counted" | "shares" | "repeats">>;

const orgName = sql`coalesce((select o.name from orgs o where o.id = c.cut), '')`;
const keptOrg = sql`nullif(k.org_id, 0)`;

// Persons stand in the order of the roster: the program ranks nobody.
const DIVISIONS = {
  kind: { key: sql`r.kind`, kept: sql`k.kind`, label: sql`c.cut`, order: sql`c.records desc, c.cut` },
  township: {
    key: sql`r.township_id`,
    kept: sql`nullif(k.township_id, 0)`,
    label: orgName,
    order: sql`c.cut`,
  },
  group: { key: sql`r.group_id`, kept: keptOrg, label: orgName, order: sql`c.cut` },
  station: { key: sql`r.station_id`, kept: keptOrg, label: orgName, order: sql`c.cut` },
  deputy: {
    key: sql`r.person_id`,
    kept: sql`null::int8`,
    label: sql`(select p.name from people p where p.id = c.cut)`,
    order: sql`c.cut`,
  },
  month: {
    key: sql`date_trunc('month', r.starts_on)::date`,
    kept: sql`k.month`,
    label: sql`to_char(c.cut, 'YYYY-MM')`,
    order: sql`c.cut`,
  },
} as const satisfies Record<Cut, Division>;

type CutRow = {
  key: string | null;
  label: string;
  records: string;
  activities: string;
  unconfirmed: string;
  counts: Counts | null;
  total: string;
  repeated: string;
};

/** Which lines of a divided figure. */
type Stretch = { readonly limit: number; readonly offset: number };
type CutLines = {
  readonly lines: CutLine[];
  readonly total: number;
  /** Of lines by township, how many occasions more than the whole has all of them have: shared ones are in each. */
  readonly repeated: number;
};

/** A figure divided: one line for each part that has records, with how many lines there are in all. */
export async function listCut(tx: Tx, filter: CountedFilter, by: Cut, stretch: Stretch): Promise<CutLines> {
  if (by === "deputy" && stretch.limit <= A_PAGE) return listDeputyLines(tx, filter, stretch);
  return toLines(await tx.execute<CutRow>(sql`${withFigures(filter, by)}, ${linesOf(by, stretch)}`));
}

/** For more deputies than this their records are most of a stretch, and going through all of it is quicker. */
const A_PAGE = 50;

/** Whoever has records, and of those on the page the records: sums are kept of nobody alone. */
async function listDeputyLines(tx: Tx, filter: CountedFilter, { limit, offset }: Stretch): Promise<CutLines> {
  const rows = await tx.execute<CutRow>(sql`${withFigures(filter)},
    everyone as materialized (select person_id from counted union select unnest(k.deputies) from kept k),
    shown as materialized (select person_id from everyone order by person_id limit ${limit} offset ${offset}),
    theirs as materialized (
      select r.*, m.township_id from shown s cross join lateral (
        select ${RECORD}
        from duty_records r where r.person_id = s.person_id and ${isCounted(filter)} offset 0) r
      join reach m on m.id = r.mandate_id),
    ${linesOf("deputy", { limit, offset: 0 }, ON_THE_PAGE)}`);
  return toLines(rows);
}

/** SQL: what lines are made of, and how many of them there are. */
type Source = Pick<RepeatedSource, "counted" | "shares" | "repeats"> & {
  readonly kept: SQL;
  readonly total: SQL;
};

const EVERYBODY: Source = {
  counted: sql`counted`,
  kept: sql`kept`,
  shares: sql`shares`,
  repeats: sql`repeats`,
  total: sql`count(*) over ()`,
};
const ON_THE_PAGE: Source = {
  counted: sql`theirs`,
  kept: sql`(select f.* from kept f where false)`,
  shares: sql`(select s.* from shares s where false)`,
  repeats: sql`(select x.* from repeats x where false)`,
  total: sql`(select count(*) from everyone)`,
};

const linesOf = (
  by: Cut,
  { limit, offset }: Stretch,
  { counted, kept, shares, repeats, total }: Source = EVERYBODY,
): SQL => {
  const { key, kept: keptKey, label, order } = DIVISIONS[by];
  const areTownships = by === "township";
  const inLines = areTownships ? sql`false` : sql`true`;
  return sql`${withRepeated({ counted, shares, repeats, ...REPEATS[by] })},
    occasions as materialized (
      select ${key} cut, kind, starts_on, township_id, occasion, count(*) records,
        count(*) filter (where unconfirmed) unconfirmed, max(counts::text) told
      from ${counted} r group by ${key}, kind, starts_on, township_id, occasion),
    cuts as (
      select cut, sum(records) records, sum(activities) activities, sum(unconfirmed) unconfirmed from (
        select cut, sum(records) records, count(*) activities, sum(unconfirmed) unconfirmed from occasions group by cut
        union all select ${keptKey}, sum(k.records), sum(k.activities), sum(k.unconfirmed) from ${kept} k group by 1
        union all select cut, 0, -n, 0 from repeated where ${inLines}) parts
      group by cut),
    page as (
      select c.*, ${label} label, ${total} total, row_number() over (order by ${order}) place
      from cuts c order by ${order} limit ${limit} offset ${offset}),
    amounts as (
      select cut, unit, sum(n) n from (
        select o.cut, e.key unit, o.times * e.value::numeric n from (
          select cut, told, count(*) times from occasions where records = 1 group by cut, told) o,
          jsonb_each_text(o.told::jsonb) e
        where coalesce(o.cut::text, '') in (select coalesce(p.cut::text, '') from page p)
        union all
        select o.cut, e.key, max(e.value::numeric)
        from occasions o join ${counted} r on ${isOneOccasion} and o.records > 1 and o.cut is not distinct from ${key},
          jsonb_each_text(r.counts) e
        where coalesce(o.cut::text, '') in (select coalesce(p.cut::text, '') from page p)
        group by o.cut, o.kind, o.starts_on, o.township_id, o.occasion, e.key
        union all
        select ${keptKey}, e.key, e.value::numeric from ${kept} k, jsonb_each_text(k.counts) e
        where coalesce((${keptKey})::text, '') in (select coalesce(p.cut::text, '') from page p)
        union all
        select cut, unit, -n from repeated_amounts
        where ${inLines} and coalesce(cut::text, '') in (select coalesce(p.cut::text, '') from page p)) once
      group by cut, unit)
    select cut::text as key, label, records::text, activities::text, unconfirmed::text, total::text, a.counts,
      ${areTownships ? sql`(select coalesce(sum(n), 0) from repeated)` : sql`0`}::text repeated
    from page left join (
        select coalesce(cut::text, '') cut_key, jsonb_object_agg(unit, n) counts from amounts group by 1) a
      on a.cut_key = coalesce(page.cut::text, '')
    order by place`;
};

const toLines = (rows: readonly CutRow[]): CutLines => ({
  lines: rows.map((row) => ({
    key: row.key ?? "",
    label: row.label,
    tally: {
      records: Number(row.records),
      activities: Number(row.activities),
      unconfirmed: Number(row.unconfirmed),
      counts: row.counts ?? {},
    },
  })),
  total: Number(rows[0]?.total ?? 0),
  repeated: Number(rows[0]?.repeated ?? 0),
});
