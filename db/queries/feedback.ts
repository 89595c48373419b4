import { and, count, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { feedback } from "../schema/feedback.ts";
import { people } from "../schema/people.ts";
import { isEverything, isInScope } from "./in-scope.ts";

/** Keeps what somebody said about the program; once for each message. */
export async function insertFeedback(tx: Tx, row: typeof feedback.$inferInsert): Promise<void> {
  await tx.insert(feedback).values(row).onConflictDoNothing();
}

/**
 * SQL: a row of `feedback` is open, and for whoever looks after these orgs: said by a deputy or a member of staff
 * there. What people of no org said is for whoever looks after everything.
 */
export const isOpenFor = (scope: readonly number[]) => sql`(feedback.state = 'open' and (
  exists (select 1 from mandates m where m.person_id = feedback.person_id and ${isInScope(scope)})
  or exists (select 1 from staff_roles r join org_tree s on s.descendant_id = r.org_id
    where r.person_id = feedback.person_id and s.ancestor_id = any(${sql.param([...scope])}::int8[]))
  or ${isEverything(scope)}))`;

/** What was said and nobody has dealt with yet, newest first. `name` is null for somebody the program does not know. */
export async function listFeedback(
  tx: Tx,
  scope: readonly number[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  return tx
    .select({ id: feedback.id, text: feedback.text, at: feedback.at, name: people.name })
    .from(feedback)
    .leftJoin(people, eq(people.id, feedback.personId))
    .where(isOpenFor(scope))
    .orderBy(desc(feedback.at), desc(feedback.id))
    .limit(limit)
    .offset(offset);
}

/** How much of it is open. */
export async function countFeedback(tx: Tx, scope: readonly number[]): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(feedback).where(isOpenFor(scope));
  return row?.n ?? 0;
}

/** Puts one aside; false where there is no such open one in the scope. */
export async function markFeedbackDone(
  tx: Tx,
  id: number,
  scope: readonly number[],
  now: Date,
): Promise<boolean> {
  const done = await tx
    .update(feedback)
    .set({ state: "done", closedAt: now })
    .where(and(eq(feedback.id, id), isOpenFor(scope)))
    .returning({ id: feedback.id });
  return done.length === 1;
}
