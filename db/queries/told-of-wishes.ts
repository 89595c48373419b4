import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { isRoleHeld } from "./role-held.ts";

/** Who, beside one of them, was told of these wishes for leave as they were wished for last, to decide on them. */
export async function listToldOfWishes(
  tx: Tx,
  leaveIds: readonly number[],
  actorId: number,
  today: Day,
): Promise<readonly { readonly leaveId: number; readonly personId: number }[]> {
  const rows = await tx.execute<{ leave_id: string; person_id: string }>(sql`
    select distinct l.id::text leave_id, r.person_id::text from leaves l cross join staff_roles r
      join outbox o on o.key = 'news:leave:' || l.id || ':' || l.wishes || ':' || r.person_id
    where l.id = any(${sql.param([...leaveIds])}::int8[]) and r.person_id <> ${actorId}::int8
      and ${isRoleHeld(today)} and o.status in ('new', 'sending', 'sent') order by 1, 2`);
  return rows.map((row) => ({ leaveId: Number(row.leave_id), personId: Number(row.person_id) }));
}
