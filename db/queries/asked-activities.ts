import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** An activity as it stands now, as far as an open card shows it. */
export type AskedActivity = {
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: string;
  readonly calledOff: boolean;
};

/** These activities as they stand now, by their numbers. */
export async function listAskedActivities(tx: Tx, numbers: readonly string[]): Promise<AskedActivity[]> {
  if (numbers.length === 0) return [];
  return [
    ...(await tx.execute<AskedActivity>(sql`
      select number, title, place, starts_at "startsAt", state = 'cancelled' "calledOff" from activities
      where number = any(${sql.param([...numbers])}::text[])`)),
  ];
}
