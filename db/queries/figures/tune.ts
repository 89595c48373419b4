import { sql } from "drizzle-orm";
import type { Tx } from "../../client.ts";

/**
 * Makes room in memory for a figure, for this transaction: a district's year does not fit into PostgreSQL's usual 4 MB.
 * Plans are made for what is asked, and not for the average; compiling them takes longer than running them.
 */
export async function tuneFigures(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true),
    set_config('plan_cache_mode', 'force_custom_plan', true)`);
}
