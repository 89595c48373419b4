import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Makes records occasions of their own where their deputy has told of the same day, kind and place before. */
export async function markApart(tx: Tx, recordIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    update duty_records r set told_as = '另' || r.number
    where r.id = any(${sql.param([...recordIds])}::int8[]) and exists (
      select 1 from duty_records o where o.person_id = r.person_id and o.id < r.id and o.starts_on = r.starts_on
        and o.kind = r.kind and o.occasion = r.occasion and o.state in ('confirmed', 'verified', 'returned'))`);
}

/**
 * Makes a deputy's own record one occasion with a colleague's of the same, in whatever words its place was told and in
 * whatever township the colleague sits.
 */
export const markTogether = (tx: Tx, number: string, originId: number): Promise<void> =>
  mark(tx, number, sql`o.id = ${originId}::int8`);

/** The same, of a colleague's record by its number. */
export const markOneOccasion = (tx: Tx, number: string, origin: string): Promise<void> =>
  mark(tx, number, sql`o.number = ${origin}`);

async function mark(tx: Tx, number: string, isOrigin: SQL): Promise<void> {
  await tx.execute(sql`
    update duty_records r set told_as = case when o.occasion = r.occasion then r.told_as else o.occasion end,
      together_with = array(select distinct unnest(coalesce(o.shared_from, o.id) || r.together_with))
    from duty_records o
    where r.number = ${number} and ${isOrigin} and o.kind = r.kind and o.starts_on = r.starts_on
      and r.activity_id is null and o.activity_id is null`);
}
