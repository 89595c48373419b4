import { sql } from "drizzle-orm";
import type { ReportedThere } from "#src/domain/requests/attendance.ts";
import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Tx } from "../client.ts";

// What a register made says nothing of its own, and what belongs to another activity nothing of this one.
const OF_THAT_DAY = sql`r.kind = w.kind and w.day between r.starts_on and r.ends_on and r.source <> 'activity'
  and r.state in ('confirmed', 'verified', 'returned') and coalesce(r.activity_id, w.activity) = w.activity`;

/**
 * Those of these people of whom a standing record says that they took part in something of this kind on the day of an
 * activity: their own, or a colleague's in which they are named and did not say no. In the order of their ids.
 */
export async function listReportedThere(
  tx: Tx,
  { id, onDay }: { readonly id: number; readonly onDay: Day },
  personIds: readonly number[],
  kind: DutyKind,
): Promise<ReportedThere[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.execute<{
    name: string;
    own: string | null;
    by: string | null;
    number: string | null;
  }>(
    sql`
    with w as (select ${id}::int8 activity, ${onDay}::date as day, ${kind}::text kind)
    select p.name, own.number own, told.by, told.number from w
    join people p on p.id = any(${sql.param([...personIds])}::int8[])
    left join lateral (select r.number from duty_records r where r.person_id = p.id and ${OF_THAT_DAY}
      order by r.id limit 1) own on true
    left join lateral (select r.number, (select t.name from people t where t.id = r.person_id) as by
      from record_companions c join duty_records r on r.id = c.record_id
      where c.person_id = p.id and c.state <> 'declined' and ${OF_THAT_DAY} order by r.id limit 1) told on true
    where own.number is not null or told.number is not null order by p.id`,
  );
  return rows.map(({ name, own, by, number }) => ({
    name,
    ...(own === null ? {} : { own }),
    ...(by === null || number === null ? {} : { by: { name: by, number } }),
  }));
}
