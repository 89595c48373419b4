import { type SQL, sql } from "drizzle-orm";
import type { Counts } from "#src/domain/count-unit.ts";
import type { Cut } from "#src/domain/figures/figure-basis.ts";
import type { CutLine } from "#src/domain/figures/figure-view.ts";
import type { Tx } from "../../client.ts";
import { type CountedFilter, withCounted } from "./counted.ts";

type Division = { readonly key: SQL; readonly label: SQL; readonly order: SQL };

const orgName = sql`coalesce((select o.name from orgs o where o.id = c.cut), '')`;

// Persons stand in the order of the roster: the program ranks nobody.
const DIVISIONS = {
  kind: { key: sql`kind`, label: sql`c.cut`, order: sql`c.records desc, c.cut` },
  township: { key: sql`township_id`, label: orgName, order: sql`c.cut` },
  group: { key: sql`group_id`, label: orgName, order: sql`c.cut` },
  station: { key: sql`station_id`, label: orgName, order: sql`c.cut` },
  deputy: {
    key: sql`person_id`,
    label: sql`(select p.name from people p where p.id = c.cut)`,
    order: sql`c.cut`,
  },
  month: {
    key: sql`date_trunc('month', starts_on)::date`,
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
    occasions as (
      select ${key} cut, count(*) records from counted group by 1, kind, starts_on, township_id, occasion),
    cuts as (select cut, sum(records) records, count(*) activities from occasions group by cut),
    page as (
      select c.*, ${label} label, count(*) over () total, row_number() over (order by ${order}) place
      from cuts c order by ${order} limit ${limit} offset ${offset}),
    amounts as (
      select cut, unit, sum(n) n from (
        select ${key} cut, e.key unit, max(e.value::numeric) n from counted, jsonb_each_text(counts) e
        group by 1, kind, starts_on, township_id, occasion, e.key) once
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
