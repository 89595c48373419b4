import { sql } from "drizzle-orm";
import type { Counts } from "#src/domain/count-unit.ts";
import type { CutLine, Tally } from "#src/domain/figures/figure-view.ts";
import type { Tx } from "../../client.ts";
import { type CountedFilter, isOneOccasion } from "./counted.ts";
import { withFigures } from "./kept.ts";
import { UNDIVIDED, withRepeated } from "./spanning.ts";

type TallyRow = {
  /** Null for all kinds together. */
  kind: string | null;
  records: string;
  activities: string;
  deputies: string;
  unconfirmed: string;
  counts: Counts | null;
};

/** A figure, and what it is made of by kind, most records first. */
type TallyByKind = { readonly tally: Tally; readonly byKind: CutLine[] };

/** Who took part is not counted where nobody reads it (`deputies` is 0 then): of a district's year it is a seventh of the work. */
type Counting = { readonly withDeputies?: boolean };

/** How much duty was done. A quantity that several reported of one occasion is counted once, at its largest. */
export async function countTally(tx: Tx, filter: CountedFilter, counting: Counting = {}): Promise<Tally> {
  return (await countTallyByKind(tx, filter, counting)).tally;
}

/** The same, and each kind of it: an occasion is of one kind, so that both are told by reading the records once. */
export async function countTallyByKind(
  tx: Tx,
  filter: CountedFilter,
  { withDeputies = true }: Counting = {},
): Promise<TallyByKind> {
  const rows = await tx.execute<TallyRow>(sql`${withFigures(filter, "every-kind")}, ${REPEATED},
    sums as (select k.kind, k.records, k.activities, k.unconfirmed, k.counts from kept k where k.kind <> '*'),
    occasions as materialized (
      select kind, starts_on, township_id, occasion, count(*) records,
        count(*) filter (where unconfirmed) unconfirmed, max(counts::text) told
      from counted group by kind, starts_on, township_id, occasion),
    amounts as (
      select kind, jsonb_object_agg(unit, n) counts from (
        select kind, unit, sum(n) n from (
          select o.kind, e.key unit, o.times * e.value::numeric n from (
            select kind, told, count(*) times from occasions where records = 1 group by kind, told) o,
            jsonb_each_text(o.told::jsonb) e
          union all
          select o.kind, e.key, max(e.value::numeric) from occasions o join counted r on ${isOneOccasion} and o.records > 1,
            jsonb_each_text(r.counts) e
          group by o.kind, o.starts_on, o.township_id, o.occasion, e.key
          union all
          select k.kind, e.key, e.value::numeric from sums k, jsonb_each_text(k.counts) e
          union all
          select kind, unit, -n from repeated_amounts) once
        group by grouping sets ((kind, unit), (unit))) units
      group by kind),
    parts as (
      select kind, sum(records) records, sum(activities) activities, sum(unconfirmed) unconfirmed from (
        select kind, sum(records) records, count(*) activities, sum(unconfirmed) unconfirmed from occasions group by kind
        union all
        select k.kind, k.records, k.activities, k.unconfirmed from sums k
        union all
        select kind, 0, -n, 0 from repeated) each
      group by grouping sets ((kind), ()))
    select p.kind, coalesce(p.records, 0)::text records, coalesce(p.activities, 0)::text activities,
      coalesce(p.unconfirmed, 0)::text unconfirmed, ${withDeputies ? DEPUTIES : sql`0`}::text deputies, a.counts
    from parts p left join amounts a on a.kind is not distinct from p.kind order by p.records desc, p.kind`);
  const lines = rows.flatMap(({ kind, ...row }) =>
    kind === null ? [] : [{ key: kind, label: kind, tally: toSums(row) }],
  );
  const whole = rows.find((row) => row.kind === null);
  return {
    tally: {
      deputies: Number(whole?.deputies ?? 0),
      ...toSums(whole),
    },
    byKind: lines,
  };
}

const REPEATED = withRepeated({
  counted: sql`counted`,
  shares: sql`shares`,
  repeats: sql`repeats`,
  ...UNDIVIDED,
});

// Whoever did a month's duty of any kind stands in the sums of all kinds together, where all are asked about.
const DEPUTIES = sql`(select count(*) from (
        select person_id from counted
        union select unnest(k.deputies) from kept k
          where k.kind = '*' or not exists (select 1 from kept j where j.kind = '*')) someone)`;

const toSums = (row: Omit<TallyRow, "kind"> | undefined): CutLine["tally"] => ({
  records: Number(row?.records ?? 0),
  activities: Number(row?.activities ?? 0),
  unconfirmed: Number(row?.unconfirmed ?? 0),
  counts: row?.counts ?? {},
});

/** How many records count, and nothing else: half of the work. */
export async function countRecords(tx: Tx, filter: CountedFilter): Promise<number> {
  const [row] = await tx.execute<{ records: string }>(sql`${withFigures(filter)}
    select ((select count(*) from counted) + coalesce((select sum(k.records) from kept k), 0))::text records`);
  return Number(row?.records ?? 0);
}
