import { sql } from "drizzle-orm";
import type { Tx } from "../../client.ts";
import { isInOffice } from "../in-office.ts";
import { type CountedFilter, isCounted, isOf } from "./counted.ts";

/** A deputy without any record. */
export type MissingDeputy = { readonly personId: number; readonly name: string };

/**
 * Deputies in office at the end of a stretch (or on its last day so far) for whom no record of it stands, in the order
 * of the roster, and how many were looked at. What waits for the deputy's word is a record, too: nobody is nudged
 * about it.
 */
export async function listMissing(
  tx: Tx,
  filter: CountedFilter,
  day: string,
): Promise<{ readonly deputies: number; readonly missing: MissingDeputy[] }> {
  const rows = await tx.execute<{ person_id: string; name: string; has: boolean }>(sql`
    select p.id::text person_id, p.name, exists (
        select 1 from mandates own join duty_records r on r.mandate_id = own.id
        where own.person_id = p.id and ${isCounted(filter)}) has
    from people p where p.id in (
      select m.person_id from mandates m
      where ${isInOffice(sql`${day}::date`)} and ${isOf(filter.whose)})
    order by p.id`);
  return {
    deputies: rows.length,
    missing: rows
      .filter((row) => !row.has)
      .map((row) => ({ personId: Number(row.person_id), name: row.name })),
  };
}
