import { type SQL, sql } from "drizzle-orm";
import type { Policy } from "#src/domain/policy.ts";
import type { Tx } from "../client.ts";

type Class = keyof Policy["retention"];

/** What erases one class of data that is older than an instant; a message on its way is never touched. */
const ERASERS: readonly {
  readonly of: Class;
  readonly name: string;
  readonly erase: (before: SQL) => SQL;
}[] = [
  {
    of: "raw_texts",
    name: "raw_texts",
    erase: (before) => sql`update inbox set body = null
      where body is not null and status <> 'waiting' and received_at < ${before}`,
  },
  {
    of: "sent_texts",
    name: "sent_texts",
    erase: (before) => sql`update outbox set body = null
      where body is not null and status not in ('new', 'sending') and created_at < ${before}`,
  },
  {
    of: "sent_texts",
    name: "choices",
    erase: (before) => sql`delete from choices where created_at < ${before}`,
  },
  {
    of: "message_ids",
    name: "message_ids",
    erase: (before) => sql`delete from inbox where status <> 'waiting' and received_at < ${before}`,
  },
  {
    of: "message_ids",
    name: "reminders",
    erase: (before) => sql`delete from reminders where state <> 'waiting' and due_at < ${before}`,
  },
  {
    of: "message_ids",
    name: "occurrences",
    erase: (before) => sql`delete from occurrences where due_at < ${before}`,
  },
  {
    of: "idle_dialogs",
    name: "idle_dialogs",
    erase: (before) => sql`delete from dialogs where updated_at < ${before}`,
  },
  {
    of: "leave_notes",
    name: "leave_notes",
    erase: (before) => sql`update leaves l set note = null from activities a
      where a.id = l.activity_id and l.note is not null and a.starts_at < ${before}`,
  },
  {
    of: "expired_access",
    name: "expired_access",
    erase: (before) => sql`delete from invites where expires_at < ${before}`,
  },
];

const DAY_MS = 86_400_000;

/** Erases what is older than the policy keeps, class by class, and says how many rows of each it was. */
export async function eraseExpired(
  tx: Tx,
  retention: Policy["retention"],
  now: Date,
): Promise<Readonly<Record<string, number>>> {
  const erased: Record<string, number> = {};
  for (const { of, name, erase } of ERASERS) {
    const before = new Date(now.getTime() - retention[of] * DAY_MS).toISOString();
    const rows = await tx.execute<{
      n: number;
    }>(sql`with gone as (${erase(sql`${before}::timestamptz`)} returning 1)
      select count(*)::int n from gone`);
    erased[name] = rows[0]?.n ?? 0;
  }
  return erased;
}
