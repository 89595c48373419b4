import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** How many messages are due and since when, and how many ever failed or may have been repeated. */
export async function countOutgoing(
  tx: Tx,
  now: Date,
): Promise<{ due: number; oldestDueSeconds: number; failed: number; possibleRepeats: number }> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [row] = await tx.execute<{ due: number; oldest: number; failed: number; repeats: number }>(sql`
    select count(*)::int as due, coalesce(extract(epoch from ${at} - min(due_at)), 0)::float8 as oldest,
      (select count(*)::int from outbox where status = 'failed') as failed,
      (select count(*)::int from outbox where possible_repeat) as repeats
    from outbox where status in ('new', 'sending') and due_at <= ${at}`);
  return {
    due: row?.due ?? 0,
    oldestDueSeconds: row?.oldest ?? 0,
    failed: row?.failed ?? 0,
    possibleRepeats: row?.repeats ?? 0,
  };
}
