import { sql } from "drizzle-orm";
import type { AttendanceStatus, AttendedKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";

/** What somebody would report, and the kinds of activities that such a record is made of. */
export type Reported = {
  readonly personId: number;
  readonly from: Day;
  readonly to: Day;
  readonly kinds: readonly AttendedKind[];
};

/** The first activity that one of these may tell of, whose register says that the person was not there. */
export async function findAwayFrom(
  tx: Tx,
  reported: readonly Reported[],
): Promise<{ readonly number: string; readonly status: AttendanceStatus } | undefined> {
  const list = <T>(pick: (one: Reported) => T) => sql.param(reported.map(pick));
  const [row] = await tx.execute<{ number: string; status: AttendanceStatus }>(sql`
    select a.number, t.status
    from unnest(${list((one) => one.personId)}::int8[], ${list((one) => one.from)}::date[],
      ${list((one) => one.to)}::date[], ${list((one) => one.kinds.join(" "))}::text[]) as w(person_id, first, last, kinds)
      join activities a on a.on_day between w.first and w.last and a.kind = any(string_to_array(w.kinds, ' '))
      join attendances t on t.activity_id = a.id and t.person_id = w.person_id
    where a.state in ('planned', 'final') and t.status in ('absent', 'leave')
      and not exists (select 1 from attendances o join activities b on b.id = o.activity_id
        where o.person_id = w.person_id and b.on_day = a.on_day and b.kind = a.kind and b.id <> a.id
          and o.status in ('present', 'late', 'left_early'))
    order by a.on_day, a.id limit 1`);
  return row;
}
