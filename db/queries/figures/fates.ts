import { type SQL, sql } from "drizzle-orm";
import type { FateLine, Handled } from "#src/domain/figures/fate-view.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { Tx } from "../../client.ts";

/** Which records of which mandates: those that staff wrote down, or sent back, on these days. */
type Filter = FigurePeriod & {
  readonly of: Handled;
  readonly mandateIds: readonly number[];
  readonly waitedSince: Date;
  readonly zone: string;
  /** How many days what was written down waits for a word. */
  readonly waits: number;
};

type Row = Omit<FateLine, "until"> & { until: string | null; total: string; open: string };

/** What became of records that staff wrote down or sent back, what still waits first, then the latest. */
export async function listFates(
  tx: Tx,
  filter: Filter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly FateLine[]; readonly total: number; readonly open: number }> {
  const { of, zone, waits } = filter;
  const rows = await tx.execute<Row>(sql`
    with handled as (${of === "entered" ? entered(filter) : returned(filter)}),
      fates as (select h.*, count(*) over () total, count(*) filter (where h.fate in ('waiting', 'returned')) over () open
        from handled h)
    select f.number, p.name, f.kind, f.starts_on::text date, f.fate, f.state = 'verified' verified,
      case when f.fate = 'waiting'
        then ((f.at at time zone ${zone})::date + ${waits}::int4)::text end until,
      f.total::text, f.open::text
    from fates f join people p on p.id = f.person_id
    order by f.fate in ('waiting', 'returned') desc, f.at desc, f.id desc limit ${limit} offset ${offset}`);
  return {
    rows: rows.map(({ number, name, kind, date, fate, verified, until }) => ({
      number,
      name,
      kind,
      date,
      fate,
      verified,
      ...(until === null ? {} : { until }),
    })),
    total: Number(rows[0]?.total ?? 0),
    open: Number(rows[0]?.open ?? 0),
  };
}

const isReached = ({ mandateIds }: Filter): SQL =>
  sql`r.mandate_id = any(${sql.param([...mandateIds])}::int8[])`;

const isWithin = (at: SQL, { from, to, zone }: Filter): SQL =>
  sql`(${at} at time zone ${zone})::date between ${from}::date and ${to}::date`;

const entered = (filter: Filter): SQL => sql`
  select r.id, r.number, r.person_id, r.kind, r.starts_on, r.state, r.filed_at at, case
    when r.state = 'withdrawn' and exists (select 1 from record_changes c where c.record_id = r.id
      and c.field = 'state' and c.after = 'withdrawn: denied') then 'denied'
    when r.state = 'withdrawn' then 'withdrawn'
    when r.state = 'returned' then 'returned'
    when r.acknowledged_at is not null then 'agreed'
    when r.filed_at > ${filter.waitedSince.toISOString()}::timestamptz then 'waiting'
    else 'unanswered' end fate
  from duty_records r
  where r.entered_by is not null and r.state <> 'draft' and ${isReached(filter)} and ${isWithin(sql`r.filed_at`, filter)}`;

const returned = (filter: Filter): SQL => sql`
  select r.id, r.number, r.person_id, r.kind, r.starts_on, r.state, b.at, case
    when r.state = 'withdrawn' then 'withdrawn'
    when r.state = 'returned' then 'returned'
    else 'amended' end fate
  from duty_records r join lateral (select max(c.at) at from record_changes c where c.record_id = r.id
    and c.field = 'state' and c.after like 'returned:%') b on b.at is not null
  where ${isReached(filter)} and ${isWithin(sql`b.at`, filter)}`;
