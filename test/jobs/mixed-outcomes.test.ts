import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#db/demo/seed.ts";
import { tallyReminders } from "#db/queries/reminders.ts";
import { Fault } from "#src/kernel/fault.ts";
import { Courier } from "#src/outbox/courier.ts";
import { at, jobPartsAt, runAt } from "#test/support/clockwork.ts";
import { addCrowd } from "#test/support/crowd.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { createWire, type Wire } from "#test/support/wire.ts";

// Ten thousand deputies are to be reminded of one activity. A thousand each: excused, to be reminded of a step before
// as well, told enough today already, told too late, reached by no network, refused by theirs. The others just hear it.
const JOB = "activity-reminders";
const DUE = at("2026-09-22 09:00");
const PATCH = { reminders: { max_per_day: 1 } };

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
  const { db } = database;
  await db.transaction((tx) => seedDemo(tx, at("2026-09-16 09:00")));
  await addCrowd(db, 9_990);
  await runAt(db, JOB, at("2026-09-22 08:50"), PATCH);
  await prepare();
}, 120_000);
afterAll(() => database.drop());

/** The crowd in stretches of a thousand, by the order of their ids. */
const crowd = (
  nth: number,
) => sql`(select p.id person, x.activity_id activity, x.mandate_id mandate, a.starts_at, a.on_day
  from people p join attendances x on x.person_id = p.id join activities a on a.id = x.activity_id
  where p.name like '代表%' order by p.id offset ${nth * 1000} limit 1000)`;
const subject = (step: string) => sql`'activity:' || c.activity || ':' || c.on_day || ':' || ${step}`;

async function prepare(): Promise<void> {
  const { db } = database;
  await db.execute(sql`insert into leaves (activity_id, mandate_id, person_id, reason, state, requested_at)
    select c.activity, c.mandate, c.person, 'illness', 'approved', now() from ${crowd(0)} c`);
  await db.execute(sql`insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select ${JOB}, ${subject("T-3")}, c.person, '2026-09-20 09:00+08', c.starts_at, now() from ${crowd(1)} c`);
  await db.execute(sql`with heard as (insert into reminders (schedule, subject, person_id, due_at, valid_until, state, outbox_key,
      created_at)
    select 'case-reminders', 'case:' || c.person || ':T-1', c.person, ${DUE.toISOString()}::timestamptz, c.starts_at, 'queued',
      'news:heard:' || c.person, now() from ${crowd(2)} c returning outbox_key, person_id)
    insert into outbox (channel, bot, conversation, key, kind, status, due_at, sent_at)
    select 'web', 'demo', 'web:demo:crowd' || person_id, outbox_key, 'deadline.reminder', 'sent',
      ${DUE.toISOString()}::timestamptz, now() from heard`);
  await db.execute(sql`insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select ${JOB}, ${subject("T-1")}, c.person, '2026-09-22 09:00+08', '2026-09-22 08:59+08', now() from ${crowd(3)} c`);
  await db.execute(sql`delete from accounts where person_id in (select c.person from ${crowd(4)} c)`);
}

/** Sends like three processes, each with a clock of its own, until nothing is due any more. */
async function deliver(wires: readonly Wire[], clocks: readonly Date[]): Promise<void> {
  const couriers = wires.map((wire, index) => {
    const now = clocks[index] ?? DUE;
    const { db, vault, zone, policy, log } = jobPartsAt(database.db, now);
    const common = { db, vault, zone, policy, log, random: () => 0, holder: `replica-${index}` };
    return new Courier({ ...common, clock: () => now, channels: [wire] }, () => undefined);
  });
  for (let idle = 0; idle < 20;) {
    await Promise.all(couriers.map((courier) => courier.round()));
    await sleep(5);
    const [row] = await database.db.execute<{ n: number }>(
      sql`select count(*)::int n from outbox where status in ('new', 'sending')`,
    );
    idle = row?.n === 0 ? 20 : idle + (row?.n === before.n ? 1 : 0);
    before.n = row?.n ?? 0;
  }
}
const before = { n: -1 };

test("three processes ten seconds apart handle ten thousand due things of every fate once, and the sum holds", async () => {
  const { db } = database;
  const refused = new Set(
    (await db.execute<{ person: string }>(sql`select c.person::text from ${crowd(5)} c`)).map(
      (row) => `web:demo:crowd${row.person}`,
    ),
  );
  const clocks = [-10, 0, 10].map((skew) => new Date(DUE.getTime() + (15 + skew) * 1000));
  const works = await Promise.all(clocks.map((now) => runAt(db, JOB, now, PATCH)));
  const late = clocks.map((now) => new Date(now.getTime() + 300_000));
  works.push(...(await Promise.all(late.map((now) => runAt(db, JOB, now, PATCH)))));
  const handled = works.reduce((sum, work) => sum + (work?.tally.due ?? 0), 0);
  expect(handled).toBe(11_000);
  const wires = clocks.map(() => createWire());
  for (const wire of wires)
    wire.onSend = ({ conversation }) =>
      refused.has(conversation) ? Promise.reject(new Fault("channel.blocked", "blocked")) : Promise.resolve();
  await deliver(wires, late);
  // What was put off waits for tomorrow: it is of this schedule and due by then.
  const through = at("2026-09-23 09:00");
  const tally = await db.transaction((tx) => tallyReminders(tx, { schedule: JOB, through }));
  expect(tally).toEqual({
    due: 11_000,
    sent: 5_000,
    expired: 1_000,
    merged: 1_000,
    suppressed: 2_000,
    failed: 1_000,
    waiting: 1_000,
  });
  const sent = wires.flatMap((wire) => wire.sent.map((one) => one.key));
  expect(sent).toHaveLength(5_000);
  expect(new Set(sent).size).toBe(5_000);
}, 240_000);
