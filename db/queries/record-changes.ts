import { sql } from "drizzle-orm";
import type { RecordChange } from "#src/domain/requests/record.ts";
import type { Tx } from "../client.ts";

/** The changes of what a record says, oldest first, each with its day and time in the zone. */
export async function listRecordChanges(tx: Tx, number: string, zone: string): Promise<RecordChange[]> {
  const rows = await tx.execute<RecordChange>(sql`
    select (c.at at time zone ${zone})::date::text "on", to_char(c.at at time zone ${zone}, 'HH24:MI') "time",
      c.at::text at, p.name "by", c.field, c.before, c.after
    from record_changes c join duty_records r on r.id = c.record_id join people p on p.id = c.by_person
    where r.number = ${number} and c.field <> 'state' order by c.at, c.id`);
  return [...rows];
}

/** The number of somebody's own record that was changed last; undefined where none ever was. */
export async function findChangedLast(tx: Tx, personId: number): Promise<string | undefined> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select r.number from record_changes c join duty_records r on r.id = c.record_id
    where r.person_id = ${personId}::int8 and c.field <> 'state' and r.state <> 'draft'
    order by c.at desc, c.id desc limit 1`);
  return row?.number;
}
