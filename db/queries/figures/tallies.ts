import { sql } from "drizzle-orm";
import type { Counts } from "#src/domain/count-unit.ts";
import type { Tally } from "#src/domain/figures/figure-view.ts";
import type { Tx } from "../../client.ts";
import { type CountedFilter, isOneOccasion } from "./counted.ts";
import { withFigures } from "./kept.ts";

type TallyRow = {
  records: string;
  activities: string;
  deputies: string;
  unconfirmed: string;
  counts: Counts | null;
};

const DEPUTIES = sql`(select count(*) from (
        select person_id from counted union select unnest(k.deputies) from kept k) someone)`;

/**
 * How much duty was done. A quantity that several reported of one occasion is counted once, at its largest. Who took
 * part is not counted where nobody reads it (`deputies` is 0 then): of a district's year it is a seventh of the work.
 */
export async function countTally(
  tx: Tx,
  filter: CountedFilter,
  { withDeputies = true }: { readonly withDeputies?: boolean } = {},
): Promise<Tally> {
  const [row] = await tx.execute<TallyRow>(sql`${withFigures(filter)},
    occasions as materialized (
      select kind, starts_on, township_id, occasion, count(*) records,
        count(*) filter (where unconfirmed) unconfirmed, max(counts::text) told
      from counted group by kind, starts_on, township_id, occasion),
    amounts as (
      select unit, sum(n) n from (
        select e.key unit, o.times * e.value::numeric n from (
          select told, count(*) times from occasions where records = 1 group by told) o, jsonb_each_text(o.told::jsonb) e
        union all
        select e.key, max(e.value::numeric) from occasions o join counted r on ${isOneOccasion} and o.records > 1,
          jsonb_each_text(r.counts) e
        group by o.kind, o.starts_on, o.township_id, o.occasion, e.key
        union all
        select e.key, e.value::numeric from kept k, jsonb_each_text(k.counts) e) once
      group by unit)
    select coalesce(sum(records), 0)::text records, coalesce(sum(activities), 0)::text activities,
      coalesce(sum(unconfirmed), 0)::text unconfirmed,
      ${withDeputies ? DEPUTIES : sql`0`}::text deputies,
      (select jsonb_object_agg(unit, n) from amounts) counts
    from (
      select sum(records) records, count(*) activities, sum(unconfirmed) unconfirmed from occasions
      union all
      select sum(k.records), sum(k.activities), sum(k.unconfirmed) from kept k) parts`);
  return {
    records: Number(row?.records ?? 0),
    activities: Number(row?.activities ?? 0),
    deputies: Number(row?.deputies ?? 0),
    unconfirmed: Number(row?.unconfirmed ?? 0),
    counts: row?.counts ?? {},
  };
}
