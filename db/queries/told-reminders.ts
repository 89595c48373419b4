import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { DECLINED } from "./reminders.ts";

/** The message that somebody was reminded with. */
export type ToldReminder = { readonly outboxKey: string };

/** The message of one reminder of this person, or of the latest since an instant where none is named. */
export async function findToldReminder(
  tx: Tx,
  personId: number,
  wanted: { readonly id?: number; readonly since: Date },
): Promise<ToldReminder | undefined> {
  const which =
    wanted.id === undefined
      ? sql`o.due_at >= ${wanted.since.toISOString()}::timestamptz`
      : sql`r.id = ${wanted.id}`;
  // By when it was told: what was due weeks ago may have been told today, with others.
  const [row] = await tx.execute<{ outbox_key: string }>(sql`
    select r.outbox_key from reminders r left join outbox o on o.key = r.outbox_key
    where r.person_id = ${personId} and r.state = 'queued' and ${which}
    order by o.due_at desc nulls last, r.due_at desc, r.id desc limit 1`);
  return row === undefined ? undefined : { outboxKey: row.outbox_key };
}

/**
 * Writes all that a message reminded of down once more, for later; a step that was written already stays as it is.
 * What is over before then is still said a little after: whoever asked for it wants to hear it.
 */
export async function insertAgain(
  tx: Tx,
  { outboxKey }: ToldReminder,
  again: { readonly dueAt: Date; readonly step: string; readonly now: Date },
): Promise<void> {
  const dueAt = again.dueAt.toISOString();
  await tx.execute(sql`
    insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select schedule, regexp_replace(subject, ':[^:]*$', ${`:${again.step}`}), person_id, ${dueAt}::timestamptz,
      greatest(valid_until, ${dueAt}::timestamptz + interval '2 hours'), ${again.now.toISOString()}::timestamptz
    from reminders where outbox_key = ${outboxKey}
    on conflict (schedule, subject, person_id) do nothing`);
}

/** Keeps, for all that a message reminded of, that its person wants to hear no more of it. */
export async function declineReminder(tx: Tx, { outboxKey }: ToldReminder, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into reminders (schedule, subject, person_id, due_at, valid_until, state, reason, created_at)
    select distinct schedule, regexp_replace(subject, ':[^:]*$', ${`:${DECLINED}`}), person_id,
      ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz, 'suppressed', 'declined',
      ${now.toISOString()}::timestamptz
    from reminders where outbox_key = ${outboxKey}
    on conflict (schedule, subject, person_id) do nothing`);
}
