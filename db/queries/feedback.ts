import { and, count, desc, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { feedback } from "../schema/feedback.ts";
import { people } from "../schema/people.ts";

/** Keeps what somebody said about the program; once for each message. */
export async function insertFeedback(tx: Tx, row: typeof feedback.$inferInsert): Promise<void> {
  await tx.insert(feedback).values(row).onConflictDoNothing();
}

/** What was said and nobody has dealt with yet, newest first. `name` is null for somebody the program does not know. */
export async function listFeedback(
  tx: Tx,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  return tx
    .select({ id: feedback.id, text: feedback.text, at: feedback.at, name: people.name })
    .from(feedback)
    .leftJoin(people, eq(people.id, feedback.personId))
    .where(eq(feedback.state, "open"))
    .orderBy(desc(feedback.at), desc(feedback.id))
    .limit(limit)
    .offset(offset);
}

/** How much of it is open. */
export async function countFeedback(tx: Tx): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(feedback).where(eq(feedback.state, "open"));
  return row?.n ?? 0;
}

/** Puts one aside; false where there is no such open one. */
export async function markFeedbackDone(tx: Tx, id: number): Promise<boolean> {
  const done = await tx
    .update(feedback)
    .set({ state: "done" })
    .where(and(eq(feedback.id, id), eq(feedback.state, "open")))
    .returning({ id: feedback.id });
  return done.length === 1;
}
