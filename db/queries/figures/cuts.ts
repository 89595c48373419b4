import { type SQL, sql } from "drizzle-orm";
import type { Counts } from "#src/domain/count-unit.ts";
import type { Cut } from "#src/domain/figures/figure-basis.ts";
import type { CutLine } from "#src/domain/figures/figure-view.ts";
import type { Tx } from "../../client.ts";
import { type CountedFilter, isOneOccasion, withCounted } from "./counted.ts";

type Division = { readonly key: SQL; readonly label: SQL; readonly order: SQL };

const orgName = sql`coalesce((select o.name from orgs o where o.id = c.cut), '')`;

// Persons stand in the order of the roster: the program ranks nobody.
const DIVISIONS = {
  kind: { key: sql`r.kind`, label: sql`c.cut`, order: sql`c.records desc, c.cut` },
  township: { key: sql`r.township_id`, label: orgName, order: sql`c.cut` },
  group: { key: sql`r.group_id`, label: orgName, order: sql`c.cut` },
  station: { key: sql`r.station_id`, label: orgName, order: sql`c.cut` },
  deputy: {
    key: sql`r.person_id`,
    label: sql`(select p.name from people p where p.id = c.cut)`,
    order: sql`c.cut`,
  },
  month: {
    key: sql`date_trunc('month', r.starts_on)::date`,
    label: sql`to_char(c.cut, 'YYYY-MM')`,
    order: sql`c.cut`,
  },
} as const satisfies Record<Cut, Division>;

type CutRow = {
  key: string | null;
  label: string;
  records: string;
  activities: string;
  counts: Counts | null;
  total: string;
};

/** A figure divided: one line for each part that has records, with how many lines there are in all. */
export async function listCut(
  tx: Tx,
  filter: CountedFilter,
  by: Cut,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly lines: CutLine[]; readonly total: number }> {
  const { key, label, order } = DIVISIONS[by];
  const rows = await tx.execute<CutRow>(sql`${withCounted(filter)},
    occasions as materialized (
      select ${key} cut, kind, starts_on, township_id, occasion, count(*) records, max(counts::text) told
      from counted r group by ${key}, kind, starts_on, township_id, occasion),
    cuts as (select cut, sum(records) records, count(*) activities from occasions group by cut),
    page as (
      select c.*, ${label} label, count(*) over () total, row_number() over (order by ${order}) place
      from cuts c order by ${order} limit ${limit} offset ${offset}),
    amounts as (
      select cut, unit, sum(n) n from (
        select o.cut, e.key unit, e.value::numeric n from occasions o, jsonb_each_text(o.told::jsonb) e
        where o.records = 1 and coalesce(o.cut::text, '') in (select coalesce(p.cut::text, '') from page p)
        union all
        select o.cut, e.key, max(e.value::numeric)
        from occasions o join counted r on ${isOneOccasion} and o.records > 1 and o.cut is not distinct from ${key},
          jsonb_each_text(r.counts) e
        where coalesce(o.cut::text, '') in (select coalesce(p.cut::text, '') from page p)
        group by o.cut, o.kind, o.starts_on, o.township_id, o.occasion, e.key) once
      group by cut, unit)
    select cut::text as key, label, records::text, activities::text, total::text, (
      select jsonb_object_agg(unit, n) from amounts a where a.cut is not distinct from page.cut) counts
    from page order by place`);
  const lines = rows.map((row) => ({
    key: row.key ?? "",
    label: row.label,
    tally: { records: Number(row.records), activities: Number(row.activities), counts: row.counts ?? {} },
  }));
  return { lines, total: Number(rows[0]?.total ?? 0) };
}
