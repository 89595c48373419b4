import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Something that somebody filed, by the number it got. */
export type Filing = { readonly of: "record" | "opinion" | "suggestion"; readonly number: string };

/** What somebody filed last and still stands, later than `since`; opinions that came with a report belong to it. */
export async function findLatestFiling(tx: Tx, personId: number, since: Date): Promise<Filing | undefined> {
  const after = since.toISOString();
  const [row] = await tx.execute<Filing>(sql`
    select "of", number from (
      (select 'record' as "of", number, filed_at, inbox_id from duty_records
        where person_id = ${personId} and filed_at > ${after}::timestamptz and source in ('chat', 'staff')
          and state not in ('withdrawn', 'draft') order by filed_at desc, id desc limit 1)
      union all
      (select 'opinion', number, filed_at, inbox_id from opinions
        where person_id = ${personId} and filed_at > ${after}::timestamptz and record_id is null
          and state = 'registered' order by filed_at desc, id desc limit 1)
      union all
      (select 'suggestion', number, filed_at, inbox_id from suggestions
        where person_id = ${personId} and filed_at > ${after}::timestamptz and state = 'submitted'
        order by filed_at desc, id desc limit 1)) filings
    order by filed_at desc, inbox_id desc nulls last limit 1`);
  return row;
}
