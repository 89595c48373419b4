import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

type Figures = Readonly<Record<string, number>>;

/** When the latest finished run of the retention job was and its figures, and the sums of all since an instant. */
export async function findRetentionReport(
  tx: Tx,
  since: Date,
): Promise<{ readonly lastAt: Date | undefined; readonly last: Figures; readonly sum: Figures }> {
  const runs = sql`from occurrences where schedule = 'retention' and state = 'done' and tally <> '{}'::jsonb`;
  const [last] = await tx.execute<{ ran_at: string; tally: string }>(
    sql`select ran_at, tally::text as tally ${runs} order by due_at desc limit 1`,
  );
  const sums = await tx.execute<{ name: string; n: number }>(sql`
    select t.key as name, sum(t.value::int8)::int as n from (select tally ${runs}
      and due_at >= ${since.toISOString()}::timestamptz) r, jsonb_each_text(r.tally) t group by t.key`);
  return {
    lastAt: last === undefined ? undefined : new Date(last.ran_at),
    last: last === undefined ? {} : (JSON.parse(last.tally) as Figures),
    sum: Object.fromEntries(sums.map(({ name, n }) => [name, n])),
  };
}
