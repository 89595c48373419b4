import { type SQL, sql } from "drizzle-orm";

/** What a figure and its lines are made of, as CTEs: records that count, and parts of shared occasions that are kept. */
export type SpanningSource = {
  readonly counted: SQL;
  readonly shares: SQL;
  /** What the record `r`, or the kept part `s`, stands under in a divided figure. */
  readonly cut: SQL;
  readonly keptCut: SQL;
};

/** The same, where what is counted too often is to be told. */
export type RepeatedSource = SpanningSource & {
  /** What is kept of it, of the months of which nothing stands in the other two; and what of it stands under. */
  readonly repeats: SQL;
  readonly repeatsCut: SQL;
  /** Where every occasion is of one line by itself: which, of the part `p`. All of it is then looked at together. */
  readonly under?: SQL;
};

/** SQL: a figure that is not divided. */
export const UNDIVIDED = {
  cut: sql`null::int8`,
  keptCut: sql`null::int8`,
  repeatsCut: sql`null::int8`,
} as const;

const OF_OCCASION = sql`line, kind, starts_on, occasion`;

// All of an activity is one by that alone. It has its id below nought, so that no record has the same.
const keysOf = ({ counted, cut }: SpanningSource): SQL => sql`
      select cut, ${OF_PART}, -activity_id key from linked where activity_id is not null
      union select cut, ${OF_PART}, shared_from from linked where activity_id is null and shared_from is not null
      union select cut, ${OF_PART}, unnest(together_with) from linked where activity_id is null
      union select ${cut}, r.kind, r.starts_on, r.occasion, coalesce(r.township_id, 0), r.id from ${counted} r
        where (r.id in (select id from firsts)) is true and r.activity_id is null and ${IN_SEVERAL}`;

const OF_PART = sql`kind, starts_on, occasion, town`;

// Asked once: a figure of one township has nothing to look for.
const IN_SEVERAL = sql`(select min(coalesce(m.township_id, 0)) < max(coalesce(m.township_id, 0)) from reach m)`;

/**
 * SQL: `spanning as (…)`, the parts of occasions that several townships share, after `with recursive reach as (…)`: what
 * is of one activity, or a record and its shares, is one occasion wherever its deputies sit, and stands in `counted` and
 * `kept` once for each township. Equal `label` of one line, kind, day and `occasion` tells that parts are one: with a
 * record at the same place there may be others, and shares of those in a third township (`walked` goes from township to
 * key, an even number to an odd one, and on to whatever township has it). What merely has the place's name stays apart.
 * Only records of the line make its parts one, so that a line is what it says when it is tapped. All is joined by grouping
 * where the planner would expect a row or two, and go through thousands once for each other.
 */
export const withSpanning = (source: SpanningSource): SQL => sql`
  linked as materialized (
    select ${source.cut} cut, r.kind, r.starts_on, r.occasion, coalesce(r.township_id, 0) town, r.activity_id,
      r.shared_from, r.together_with
    from ${source.counted} r
    where (r.activity_id is not null or r.shared_from is not null or r.together_with is not null) and ${IN_SEVERAL}),
  firsts as materialized (
    select shared_from id from linked where shared_from is not null
    union select unnest(together_with) from linked
    union select s.key from ${source.shares} s where s.key > 0 and ${IN_SEVERAL}),
  links as materialized (
    select cut, coalesce(cut::text, '') line, kind, starts_on, occasion, town, key, counts from (
      select *, null::jsonb counts from (${keysOf(source)}) live
      union all
      select ${source.keptCut}, s.kind, s.starts_on, s.occasion, s.township_id, s.key, s.counts from ${source.shares} s
      where ${IN_SEVERAL}) every_key),
  across as materialized (
    select k.*, min(key) over w <> max(key) over w tangled, dense_rank() over (order by ${OF_OCCASION}) nth
    from (
      select l.*, min(town) over k < max(town) over k crosses
      from links l join (select line, key from links group by line, key having min(town) < max(town)) far using (line, key)
      window k as (partition by ${OF_OCCASION}, key)) k
    where crosses
    window w as (partition by ${OF_OCCASION})),
  hops as materialized (
    select x.* from across a cross join lateral (values
      (a.nth, a.town * 2, a.key * 2 + 1), (a.nth, a.key * 2 + 1, a.town * 2)) x(nth, here, there)
    where a.tangled),
  walked as (
    select nth, here town, here from hops where here % 2 = 0
    union
    select w.nth, w.town, h.there from walked w join hops h using (nth, here)),
  spanning as materialized (
    select min(cut) cut, min(line) line, min(kind) kind, min(starts_on) starts_on, min(occasion) occasion, nth, town,
      coalesce(min(label), min(alone)) label, (array_agg(counts) filter (where alone is not null))[1] counts
    from (
      select cut, ${OF_OCCASION}, nth, town, key * 2 + 1 alone, null::int8 label, counts from across
      union all
      select null, null, null, null, null, nth, town / 2, null, here, null from walked) labelled
    group by nth, town)`;

const under = (source: RepeatedSource): SQL => source.under ?? sql`p.cut`;

/**
 * SQL: `…, repeated as (…), repeated_amounts as (…)`: by line and kind how often, and with which quantities, occasions
 * that several townships share are counted more than once where each township's are added up.
 */
export const withRepeated = (source: RepeatedSource): SQL => sql`${withSpanning(source)},
  repeated as (
    select cut, kind, sum(n) n from (
      select ${under(source)} cut, p.kind, count(*) - 1 n from spanning p group by 1, p.kind, p.nth, p.label
      union all
      select ${source.repeatsCut}, x.kind, x.times from ${source.repeats} x) every_one
    group by cut, kind),
  told as materialized (
    select min(cut) cut, ${OF_OCCASION}, town, max(nth) nth, max(label) label, array_agg(counts) counts from (
      select cut, ${OF_OCCASION}, town, nth, label, null::jsonb counts from spanning where counts is null
      union all
      select null, coalesce((${source.cut})::text, ''), r.kind, r.starts_on, r.occasion, coalesce(r.township_id, 0),
        null, null, r.counts
      from ${source.counted} r
      where ((r.starts_on, r.occasion) in (select starts_on, occasion from spanning where counts is null)) is true) told
    group by ${OF_OCCASION}, town having max(nth) is not null),
  repeated_amounts as (
    select cut, kind, unit, sum(extra) n from (
      select cut, kind, unit, sum(n) - max(n) extra from (
        select ${under(source)} cut, p.kind, p.nth, p.label, e.key unit, e.value::numeric n
        from spanning p, jsonb_each_text(p.counts) e
        union all
        select ${under(source)}, p.kind, p.nth, p.label, e.key, max(e.value::numeric)
        from told p, unnest(p.counts) t(counts), jsonb_each_text(t.counts) e
        group by 1, p.kind, p.nth, p.label, p.town, e.key) parts
      group by cut, kind, nth, label, unit
      union all
      select ${source.repeatsCut}, x.kind, e.key, e.value::numeric
      from ${source.repeats} x, jsonb_each_text(x.counts) e) every_one
    group by cut, kind, unit)`;
