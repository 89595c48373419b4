import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** How many messages are due, failed, or may have been repeated. */
export async function countOutgoing(
  tx: Tx,
  now: Date,
): Promise<{ due: number; failed: number; possibleRepeats: number }> {
  const [row] = await tx.execute<{ due: number; failed: number; repeats: number }>(sql`
    select count(*) filter (where status in ('new', 'sending') and due_at <= ${now.toISOString()}::timestamptz)::int as due,
      count(*) filter (where status = 'failed')::int as failed,
      count(*) filter (where possible_repeat)::int as repeats
    from outbox`);
  return { due: row?.due ?? 0, failed: row?.failed ?? 0, possibleRepeats: row?.repeats ?? 0 };
}
