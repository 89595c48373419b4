import { sql } from "drizzle-orm";
import type { Tx } from "../../client.ts";
import { withRepeated } from "./spanning.ts";

/**
 * Works out anew what of these months is counted more than once where the sums of every township are added up: from all
 * kept parts of shared occasions as they are now. To be called whenever one of them was made anew, in its transaction.
 */
export async function keepRepeats(tx: Tx, months: readonly string[]): Promise<void> {
  const these = sql`any(${sql.param([...months])}::date[])`;
  await tx.execute(sql`delete from figure_repeats x where x.month = ${these}`);
  await tx.execute(sql`
    with recursive shares as materialized (
      select s.township_id, s.month, s.part, s.org_id, s.kind, s.starts_on, s.occasion collate "C" occasion, s.key, s.counts
      from figure_shares s where s.month = ${these}),
    reach as materialized (select s.township_id from shares s),
    ${withRepeated({
      counted: NO_RECORDS,
      cut: sql`''`,
      shares: sql`shares`,
      keptCut: LINE,
      repeats: sql`(select x.*, '' line from figure_repeats x where false)`,
      repeatsCut: sql`x.line`,
    })}
    insert into figure_repeats (month, part, org_id, kind, times, counts)
    select split_part(r.cut, ' ', 1)::date, split_part(r.cut, ' ', 2), split_part(r.cut, ' ', 3)::int8, r.kind, r.n,
      coalesce(a.counts, '{}')
    from repeated r left join (
      select cut, kind, jsonb_object_agg(unit, n) counts from repeated_amounts group by cut, kind) a using (cut, kind)`);
}

const NO_RECORDS = sql`(select d.*, null::int8 township_id from duty_records d where false)`;

// What is told apart: all townships together, and each group and station where it has mandates of several.
const LINE = sql`s.month || ' ' || s.part || ' ' || case s.part when 'township' then 0 else s.org_id end`;
