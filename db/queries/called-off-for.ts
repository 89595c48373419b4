import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** True where a deputy was called to the activity of this number, and it was called off since. */
export async function isCalledOffFor(tx: Tx, personId: number, number: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from attendances t join activities a on a.id = t.activity_id
    where t.person_id = ${personId}::int8 and a.number = ${number} and a.state = 'cancelled' limit 1`);
  return rows.length > 0;
}
