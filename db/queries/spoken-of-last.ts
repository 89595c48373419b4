import { inArray, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { dutyRecords } from "../schema/duty.ts";
import type { DutyRecord } from "./duty-records.ts";

/**
 * The standing records of a deputy that were spoken of after all that he or she filed, and later than `since`:
 * what was changed last, or got its files, or was sent back. Several only where they came back together; none where what
 * was filed last is what was spoken of.
 */
export async function listSpokenOfLast(tx: Tx, personId: number, since: Date): Promise<DutyRecord[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with mentioned as (
      select r.id, c.at from duty_records r join record_changes c on c.record_id = r.id
      where r.person_id = ${personId}::int8 and r.source in ('chat', 'staff') and r.state not in ('withdrawn', 'draft')
        and c.at > ${since.toISOString()}::timestamptz
        and (c.by_person = r.person_id or (c.field = 'state' and c.after like 'returned%')))
    select distinct id from mentioned
    where at = (select max(at) from mentioned)
      and at > (select max(filed_at) from duty_records
        where person_id = ${personId}::int8 and source in ('chat', 'staff') and state not in ('withdrawn', 'draft'))`);
  const ids = rows.map((one) => Number(one.id));
  if (ids.length === 0) return [];
  return tx.select().from(dutyRecords).where(inArray(dutyRecords.id, ids)).orderBy(dutyRecords.id);
}
