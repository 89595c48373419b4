import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { arrivedAt } from "./arrived-at.ts";

/** An activity that a deputy was told of, by its notice or by a reminder. */
export type ToldLately = { readonly id: number; readonly how: "notice" | "reminder" };

/** Of these activities those of which a notice or a reminder reached somebody since a moment. */
export async function listToldLately(
  tx: Tx,
  personId: number,
  activityIds: readonly number[],
  since: Date,
): Promise<ToldLately[]> {
  if (activityIds.length === 0) return [];
  const ids = sql.param([...activityIds]);
  const arrived = sql`${arrivedAt} >= ${since.toISOString()}::timestamptz`;
  const rows = await tx.execute<{ id: string; how: "notice" | "reminder" }>(sql`
    select n.activity_id::text id, 'notice' how
      from notices n join mandates m on m.id = n.mandate_id join outbox o on o.key = n.outbox_key
      where n.activity_id = any(${ids}::int8[]) and m.person_id = ${personId}::int8 and ${arrived}
    union
    select split_part(r.subject, ':', 2), 'reminder' from reminders r join outbox o on o.key = r.outbox_key
      where r.person_id = ${personId}::int8 and r.schedule in ('activity-reminders', 'upcoming-absence')
        and split_part(r.subject, ':', 2) = any(select unnest(${ids}::int8[])::text) and ${arrived}`);
  return rows.map(({ id, how }) => ({ id: Number(id), how }));
}
