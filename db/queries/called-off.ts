import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** Of these activities those that were called off, by their numbers. */
export async function listCalledOff(tx: Tx, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await tx.execute<{ number: string }>(sql`
    select number from activities where number = any(${sql.param([...numbers])}::text[]) and state = 'cancelled'`);
  return new Set(rows.map(({ number }) => number));
}
