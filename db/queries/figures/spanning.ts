import { type SQL, sql } from "drizzle-orm";

/** What a figure and its lines are made of, as CTEs: records that count, and parts of shared occasions that are kept. */
export type SpanningSource = {
  readonly counted: SQL;
  readonly shares: SQL;
  /** What the record `r`, or the kept part `s`, stands under in a divided figure. */
  readonly cut: SQL;
  readonly keptCut: SQL;
};

/** SQL: a figure that is not divided. */
export const UNDIVIDED = { cut: sql`null::int8`, keptCut: sql`null::int8` } as const;

const OF_OCCASION = sql`line, kind, starts_on, occasion`;

// The activity of a record has its id below nought, so that no record has the same.
const keysOf = ({ counted, cut }: SpanningSource): SQL =>
  sql.join(
    [
      sql`-r.activity_id key from ${counted} r where r.activity_id is not null`,
      sql`r.shared_from from ${counted} r where r.shared_from is not null`,
      sql`unnest(r.together_with) from ${counted} r where r.together_with is not null`,
      sql`r.id from ${counted} r where r.id in (select id from firsts)`,
    ].map(
      (one) => sql`select ${cut} cut, r.kind, r.starts_on, r.occasion, coalesce(r.township_id, 0) town, ${one}
        and ${IN_SEVERAL}`,
    ),
    sql` union all `,
  );

// Asked once: a figure of one township has nothing to look for.
const IN_SEVERAL = sql`(select min(coalesce(m.township_id, 0)) < max(coalesce(m.township_id, 0)) from reach m)`;

/**
 * SQL: `spanning as (…)`, the parts of occasions that several townships share, after `with recursive reach as (…)`: what
 * is of one activity, or a record and its shares, is one occasion wherever its deputies sit, and stands in `counted` and
 * `kept` once for each township. Equal `label` of one line, kind, day and `occasion` tells that parts are one: with a
 * record at the same place there may be others, and shares of those in a third township. What merely has the place's name
 * stays apart. Only records of the line make its parts one, so that a line is what it says when it is tapped.
 */
export const withSpanning = (source: SpanningSource): SQL => sql`
  firsts as materialized (
    select r.shared_from id from ${source.counted} r where r.shared_from is not null and ${IN_SEVERAL}
    union select unnest(r.together_with) from ${source.counted} r where r.together_with is not null and ${IN_SEVERAL}
    union select s.key from ${source.shares} s where s.key > 0 and ${IN_SEVERAL}),
  links as materialized (
    select distinct cut, coalesce(cut::text, '') line, kind, starts_on, occasion, town, key from (
      ${keysOf(source)}
      union all
      select ${source.keptCut}, s.kind, s.starts_on, s.occasion, s.township_id, s.key from ${source.shares} s
      where ${IN_SEVERAL}) every_key),
  across as materialized (
    select l.*, min(key) over w <> max(key) over w tangled
    from links l join (
      select ${OF_OCCASION}, key from links group by ${OF_OCCASION}, key having min(town) < max(town)) k
      using (${OF_OCCASION}, key)
    window w as (partition by ${OF_OCCASION})),
  walked as (
    select cut, ${OF_OCCASION}, town, key from across where tangled
    union
    select w.cut, w.line, w.kind, w.starts_on, w.occasion, w.town, beside.key
    from walked w join across there using (${OF_OCCASION}, key)
      join across beside on (beside.line, beside.kind, beside.starts_on, beside.occasion, beside.town)
        = (there.line, there.kind, there.starts_on, there.occasion, there.town)),
  spanning as materialized (
    select cut, ${OF_OCCASION}, town, min(key) label from (
      select cut, ${OF_OCCASION}, town, key from across where not tangled
      union all select cut, ${OF_OCCASION}, town, key from walked) labelled
    group by cut, ${OF_OCCASION}, town)`;

/**
 * SQL: `…, repeated as (…), repeated_amounts as (…)`: by line and kind how often, and with which quantities, occasions
 * that several townships share are counted more than once where each township's are added up.
 */
export const withRepeated = (source: SpanningSource): SQL => sql`${withSpanning(source)},
  repeated as (
    select cut, kind, sum(parts - 1) n from (
      select cut, kind, count(*) parts from spanning group by cut, ${OF_OCCASION}, label) shared
    group by cut, kind),
  repeated_amounts as (
    select cut, kind, unit, sum(extra) n from (
      select cut, kind, unit, sum(n) - max(n) extra from (
        select p.cut, ${OF_OCCASION}, p.label, p.town, told.unit, max(told.n) n
        from spanning p join (
          select coalesce((${source.cut})::text, '') line, r.kind, r.starts_on, r.occasion, coalesce(r.township_id, 0) town,
            e.key unit, e.value::numeric n
          from ${source.counted} r, jsonb_each_text(r.counts) e
          where (r.starts_on, r.occasion) in (select starts_on, occasion from spanning)
          union all
          select coalesce((${source.keptCut})::text, ''), s.kind, s.starts_on, s.occasion, s.township_id,
            e.key, e.value::numeric
          from ${source.shares} s, jsonb_each_text(s.counts) e
          where (s.starts_on, s.occasion) in (select starts_on, occasion from spanning)) told
          using (${OF_OCCASION}, town)
        group by p.cut, ${OF_OCCASION}, p.label, p.town, told.unit) parts
      group by cut, ${OF_OCCASION}, label, unit) shared
    group by cut, kind, unit)`;
