import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { at, runAt } from "./clockwork.ts";
import { addCrowd } from "./crowd.ts";

// Ten thousand deputies are to be reminded of one activity. A thousand each: excused, to be reminded of a step before
// as well, told enough today already, told too late, reached by no network, refused by theirs. The others just hear it.

/** The job that reminds them, when, and the policy it goes by. */
export const MIXED = {
  job: "activity-reminders",
  due: at("2026-09-22 09:00"),
  /** By when what was put off is due as well. */
  through: at("2026-09-23 09:00"),
  patch: { reminders: { max_per_day: 1 } },
  /** What is to become of everything that is due. */
  tally: {
    due: 11_000,
    sent: 5_000,
    expired: 1_000,
    merged: 1_000,
    suppressed: 2_000,
    failed: 1_000,
    waiting: 1_000,
  },
} as const;

/** Puts them on file, with what makes the fate of each. */
export async function addMixedCrowd(db: Db): Promise<void> {
  await db.transaction((tx) => seedDemo(tx, at("2026-09-16 09:00")));
  await addCrowd(db, 9_990);
  await runAt(db, MIXED.job, at("2026-09-22 08:50"), MIXED.patch);
  await prepare(db);
}

/** The conversations that the network refuses. */
export async function listRefused(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.execute<{ person: string }>(sql`select c.person::text from ${crowd(5)} c`);
  return new Set(rows.map((row) => `web:demo:crowd${row.person}`));
}

/** The crowd in stretches of a thousand, by the order of their ids. */
const crowd = (
  nth: number,
) => sql`(select p.id person, x.activity_id activity, x.mandate_id mandate, a.starts_at, a.on_day
  from people p join attendances x on x.person_id = p.id join activities a on a.id = x.activity_id
  where p.name like '代表%' order by p.id offset ${nth * 1000} limit 1000)`;
const subject = (step: string) => sql`'activity:' || c.activity || ':' || c.on_day || ':' || ${step}`;

async function prepare(db: Db): Promise<void> {
  const { job, due } = MIXED;
  await db.execute(sql`insert into leaves (activity_id, mandate_id, person_id, reason, state, requested_at)
    select c.activity, c.mandate, c.person, 'illness', 'approved', now() from ${crowd(0)} c`);
  await db.execute(sql`insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select ${job}, ${subject("T-3")}, c.person, '2026-09-20 09:00+08', c.starts_at, now() from ${crowd(1)} c`);
  await db.execute(sql`with heard as (insert into reminders (schedule, subject, person_id, due_at, valid_until, state, outbox_key,
      created_at)
    select 'case-reminders', 'case:' || c.person || ':T-1', c.person, ${due.toISOString()}::timestamptz, c.starts_at, 'queued',
      'news:heard:' || c.person, now() from ${crowd(2)} c returning outbox_key, person_id)
    insert into outbox (channel, bot, conversation, key, kind, status, due_at, sent_at)
    select 'web', 'demo', 'web:demo:crowd' || person_id, outbox_key, 'deadline.reminder', 'sent',
      ${due.toISOString()}::timestamptz, now() from heard`);
  await db.execute(sql`insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select ${job}, ${subject("T-1")}, c.person, '2026-09-22 09:00+08', '2026-09-22 08:59+08', now() from ${crowd(3)} c`);
  await db.execute(sql`delete from accounts where person_id in (select c.person from ${crowd(4)} c)`);
}
