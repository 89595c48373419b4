import { sql } from "drizzle-orm";
import type { OldRecord } from "#src/domain/roster/parse-records.ts";
import type { Tx } from "../client.ts";

/** Records that came from a file, of these people, that began between two days; whatever became of them since. */
export async function listOldRecords(
  tx: Tx,
  people: readonly number[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Omit<OldRecord, "mandateId">[]> {
  const rows = await tx.execute<Omit<OldRecord, "personId" | "mandateId"> & { person_id: string }>(sql`
    select person_id::text, kind, starts_on::text "date", ends_on::text "end", place, counts, narrative "text"
    from duty_records where source = 'import' and person_id = any(${sql.param([...people])}::int8[])
      and starts_on between ${from}::date and ${to}::date`);
  return rows.map(({ person_id, ...row }) => ({ ...row, personId: Number(person_id) }));
}
