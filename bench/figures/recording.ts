import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** A transaction that also asks the planner how it answers each statement. */
export function recording(tx: Tx): { readonly tx: Tx; readonly plans: string[] } {
  const plans: string[] = [];
  const execute = async (query: SQL): Promise<unknown> => {
    const rows = await tx.execute<{ "QUERY PLAN": string }>(
      sql`explain (analyze, buffers, timing off) ${query}`,
    );
    plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    return tx.execute(query);
  };
  const recorded = new Proxy(tx, {
    get: (target, name): unknown => (name === "execute" ? execute : Reflect.get(target, name, target)),
  });
  return { tx: recorded, plans };
}
