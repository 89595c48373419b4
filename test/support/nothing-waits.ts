import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";

/** Nothing waits to be handled and nothing due waits to be sent, to anybody. */
export async function nothingWaits({ db }: Database, now: Date): Promise<boolean> {
  const [row] = await db.execute<{ quiet: boolean }>(sql`
    select not exists (select 1 from inbox where status = 'waiting')
      and not exists (select 1 from outbox where status in ('new', 'sending')
        and due_at <= ${now.toISOString()}::timestamptz) as quiet`);
  return row?.quiet === true;
}
