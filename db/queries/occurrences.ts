import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** A run to write down, with what it came to if that is known at once. */
export type NewOccurrence = { readonly dueAt: Date; readonly state: "done" | "expired" | "merged" };

/** The latest run of a schedule before an instant that was finished; undefined where there was none. */
export async function findLastOccurrence(tx: Tx, schedule: string, before: Date): Promise<Date | undefined> {
  const [row] = await tx.execute<{ due_at: string }>(sql`
    select due_at from occurrences where schedule = ${schedule} and due_at < ${before.toISOString()}::timestamptz
      and not (state = 'done' and tally = '{}'::jsonb)
    order by due_at desc limit 1`);
  return row === undefined ? undefined : new Date(row.due_at);
}

/**
 * Writes runs down, each once, and returns those that are the caller's. A run that another process is just writing is
 * waited for. One that was begun `abandonedMs` ago and never finished is the caller's too: its process has died.
 */
export async function insertOccurrences(
  tx: Tx,
  schedule: string,
  runs: readonly NewOccurrence[],
  now: Date,
  abandonedMs: number,
): Promise<Date[]> {
  const abandoned = new Date(now.getTime() - abandonedMs).toISOString();
  const added = await tx.execute<{ due_at: string }>(sql`
    insert into occurrences as o (schedule, due_at, state, tally, ran_at)
    select ${schedule}, t.due, t.state, '{}'::jsonb, ${now.toISOString()}::timestamptz
    from unnest(${sql.param(runs.map((run) => run.dueAt.toISOString()))}::timestamptz[],
      ${sql.param(runs.map((run) => run.state))}::text[]) as t(due, state)
    on conflict (schedule, due_at) do update set ran_at = excluded.ran_at
      where o.state = 'done' and o.tally = '{}'::jsonb and o.ran_at < ${abandoned}::timestamptz
    returning due_at`);
  return added.map((row) => new Date(row.due_at));
}

/** Notes what a run found and did: it is finished. */
export async function saveTally(
  tx: Tx,
  schedule: string,
  dueAt: Date,
  tally: Readonly<Record<string, number>>,
): Promise<void> {
  await tx.execute(sql`
    update occurrences set tally = ${JSON.stringify(tally)}::text::jsonb
    where schedule = ${schedule} and due_at = ${dueAt.toISOString()}::timestamptz`);
}
