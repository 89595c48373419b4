import { desc, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { opinions } from "../schema/cases.ts";

/** Standing opinions with the category that people left them in or put them into, the newest `most`, oldest first. */
export async function listSortedOpinions(tx: Tx, most: number) {
  const rows = await tx
    .select({ text: opinions.text, category: opinions.category })
    .from(opinions)
    .where(eq(opinions.state, "registered"))
    .orderBy(desc(opinions.id))
    .limit(most);
  return rows.reverse();
}
