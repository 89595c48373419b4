import { sql } from "drizzle-orm";
import type { RecordView } from "#src/domain/requests/record.ts";
import type { Tx } from "../client.ts";
import { isInScope } from "./in-scope.ts";

/** A record by its number, for whoever filed it and for staff in scope. For anybody else there is none. */
export async function findShownRecord(
  tx: Tx,
  number: string,
  { personId, scope }: { readonly personId: number; readonly scope: readonly number[] },
): Promise<RecordView | undefined> {
  const [row] = await tx.execute<RecordView>(sql`
    select r.number, p.name, r.kind, r.starts_on::text date, r.ends_on::text "end", r.at_time "time", r.place, r.counts,
      r.approx, r.narrative "text", r.state, r.entered_by is not null and r.acknowledged_at is null waiting,
      coalesce((select json_agg(json_build_object('name', q.name, 'state', c.state) order by c.person_id)
        from record_companions c join people q on q.id = c.person_id where c.record_id = r.id), '[]') companions,
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type) order by a.created_at, a.name, a.id)
        from attachments a where a.record_id = r.id and r.state <> 'withdrawn'), '[]') files,
      (select count(distinct x.at)::int4 from record_changes x where x.record_id = r.id and x.field <> 'state') changes,
      (select substr(x.after, 12) from record_changes x where x.record_id = r.id and x.field = 'state'
        and x.after like 'explained: %' order by x.id desc limit 1) explained,
      r.person_id = ${personId}::int8 own
    from duty_records r join people p on p.id = r.person_id join mandates m on m.id = r.mandate_id
    where r.number = ${number} and r.state <> 'draft' and (r.person_id = ${personId}::int8 or ${isInScope(scope)})`);
  return row;
}
