import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** A reminder to one member of staff. */
export type StaffReminder = {
  readonly personId: number;
  /** What it is about and which step of it. */
  readonly subject: string;
  readonly dueAt: Date;
  readonly validUntil: Date;
};

/** Writes down reminders to staff, each once. */
export async function insertStaffReminders(
  tx: Tx,
  schedule: string,
  rows: readonly StaffReminder[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select ${schedule}, t.subject, t.person, t.due, t.until, ${now.toISOString()}::timestamptz
    from unnest(${sql.param(rows.map((row) => row.subject))}::text[],
      ${sql.param(rows.map((row) => row.personId))}::int8[],
      ${sql.param(rows.map((row) => row.dueAt.toISOString()))}::timestamptz[],
      ${sql.param(rows.map((row) => row.validUntil.toISOString()))}::timestamptz[]) as t(subject, person, due, until)
    on conflict (schedule, subject, person_id) do nothing`);
}
