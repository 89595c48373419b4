import { sql } from "drizzle-orm";
import { PROGRAM, type Tx } from "../client.ts";

/** How many connections services and commands of this program hold to this database. */
export async function countProgramConnections(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int n from pg_stat_activity
    where datname = current_database() and application_name = ${PROGRAM}`);
  return row?.n ?? 0;
}
