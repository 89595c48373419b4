import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Series of numbers that people say to each other, with how many digits they are written. */
const SERIES = { record: ["履", 5], activity: ["活", 3], opinion: ["意", 4], suggestion: ["建", 3] } as const;
export type Series = keyof typeof SERIES;

/**
 * The next `count` numbers of a series in a year (履-2026-00123), without gaps: they are given back when the
 * transaction fails. One lock stands before all series, so that two transactions cannot wait for each other.
 */
export async function nextNumbers(tx: Tx, series: Series, year: number, count: number): Promise<string[]> {
  if (count === 0) return [];
  const [prefix, width] = SERIES[series];
  const [row] = await tx.execute<{ last: number }>(sql`
    with alone as (select pg_advisory_xact_lock(hashtext('lvzhi.numbers')))
    insert into number_series (series, year, last) select ${series}, ${year}::int4, ${count}::int4 from alone
    on conflict (series, year) do update set last = number_series.last + ${count}::int4
    returning last`);
  const last = row?.last ?? count;
  return Array.from({ length: count }, (_, index) => {
    const number = String(last - count + 1 + index).padStart(width, "0");
    return `${prefix}-${year}-${number}`;
  });
}
