import { sql } from "drizzle-orm";
import type { Tally } from "#src/domain/tally.ts";
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

/** What became of the messages with these keys. A key that was never written counts nothing. */
export async function tallyOutgoing(tx: Tx, keys: readonly string[]): Promise<Tally> {
  const [row] = await tx.execute<Pick<Tally, "due" | "sent" | "expired" | "suppressed" | "failed">>(sql`
    select count(*)::int due, count(*) filter (where status = 'sent')::int sent,
      count(*) filter (where status = 'expired')::int expired,
      count(*) filter (where status = 'suppressed')::int suppressed,
      count(*) filter (where status = 'failed')::int failed
    from outbox where key = any(${sql.param([...keys])}::text[])`);
  if (row === undefined) throw new TypeError("an aggregate without a row");
  const { due, sent, expired, suppressed, failed } = row;
  return {
    due,
    sent,
    expired,
    merged: 0,
    suppressed,
    failed,
    waiting: due - sent - expired - suppressed - failed,
  };
}

/** How many messages of one channel are due at an instant and not yet sent. */
export async function countDueIn(
  tx: Tx,
  { name, bot }: { readonly name: string; readonly bot: string },
  at: Date,
): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int n from outbox where status in ('new', 'sending') and channel = ${name} and bot = ${bot}
      and due_at <= ${at.toISOString()}::timestamptz`);
  return row?.n ?? 0;
}
