import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";

/** Series of numbers that people say to each other, with how many digits they are written. */
const SERIES = { record: ["履", 5], activity: ["活", 3], opinion: ["意", 4], suggestion: ["建", 3] } as const;

/** What is numbered: each series counts from 1 in every year. */
export type Series = keyof typeof SERIES;

/**
 * The next `count` numbers of a series in a year (履-2026-00123), without gaps: they are given back when the
 * transaction fails. One lock stands before all series, so that two transactions cannot wait for each other.
 */
export async function nextNumbers(tx: Tx, series: Series, year: number, count: number): Promise<string[]> {
  const places = await takePlaces(
    tx,
    Array.from({ length: count }, () => ({ series, year })),
  );
  const [prefix, width] = SERIES[series];
  return places.map((place) => `${prefix}-${year}-${String(place).padStart(width, "0")}`);
}

/**
 * Lets nobody else file until this transaction ends: what is then found not to be there does not appear meanwhile.
 */
export const claimFiling = (tx: Tx): Promise<unknown> => takeLock(tx, [null]);

const LOCK = sql`pg_advisory_xact_lock(hashtext('lvzhi.numbers'))`;

const takeLock = gathered<null, null>(async (tx, all) => {
  await tx.execute(sql`select ${LOCK}`);
  return [...all];
});

type Wanted = { readonly series: Series; readonly year: number };

const takePlaces = gathered<Wanted, number>(async (tx, all) => {
  const rows = await tx.execute<Wanted & { last: number; taken: number }>(sql`
    with alone as (select ${LOCK}),
      wanted as (select s, y, count(*)::int4 as n from unnest(
        ${sql.param(all.map((one) => one.series))}::text[], ${sql.param(all.map((one) => one.year))}::int4[])
        as t(s, y), alone group by s, y),
      counted as (
        insert into number_series as held (series, year, last) select s, y, n from wanted order by s, y
        on conflict (series, year) do update set last = held.last + excluded.last
        returning series, year, last)
    select series, year, last, n as taken from counted join wanted on s = series and y = year`);
  const next = new Map(rows.map((row) => [`${row.series} ${row.year}`, row.last - row.taken]));
  return all.map(({ series, year }) => {
    const place = (next.get(`${series} ${year}`) ?? 0) + 1;
    next.set(`${series} ${year}`, place);
    return place;
  });
});
