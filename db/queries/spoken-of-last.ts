import { inArray, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { dutyRecords } from "../schema/duty.ts";
import type { DutyRecord } from "./duty-records.ts";

// A deputy hears of what was sent back when the word on it goes out, which by night is in the morning.
const TOLD = sql`(select coalesce(o.sent_at, o.due_at) from outbox o
  where o.key = 'news:returned:' || r.number || ':'
      || to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ':' || r.person_id
    and (o.status in ('sending', 'sent') or o.possible_repeat))`;

/**
 * The standing records of a deputy that were spoken of after all that he or she filed, and later than `since`:
 * what was changed last, or got its files, or was sent back and its owner told so. Several only where they came back
 * together; none where what was filed last is what was spoken of.
 */
export async function listSpokenOfLast(tx: Tx, personId: number, since: Date): Promise<DutyRecord[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with mentioned as (
      select r.id, c.at, case when c.by_person = r.person_id then c.at else ${TOLD} end told
      from duty_records r join record_changes c on c.record_id = r.id
      where r.person_id = ${personId}::int8 and r.source in ('chat', 'staff') and r.state not in ('withdrawn', 'draft')
        and c.at > ${since.toISOString()}::timestamptz
        and (c.by_person = r.person_id or (c.field = 'state' and c.after like 'returned%')))
    select distinct id from mentioned
    where told is not null and at = (select at from mentioned where told is not null order by told desc, at desc limit 1)
      and told > (select max(filed_at) from duty_records
        where person_id = ${personId}::int8 and source in ('chat', 'staff') and state not in ('withdrawn', 'draft'))`);
  const ids = rows.map((one) => Number(one.id));
  if (ids.length === 0) return [];
  return tx.select().from(dutyRecords).where(inArray(dutyRecords.id, ids)).orderBy(dutyRecords.id);
}
