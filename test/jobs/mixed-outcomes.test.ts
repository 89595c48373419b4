import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tallyReminders } from "#db/queries/reminders.ts";
import { Fault } from "#src/kernel/fault.ts";
import { Courier } from "#src/outbox/courier.ts";
import { jobPartsAt, runAt } from "#test/support/clockwork.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { addMixedCrowd, listRefused, MIXED } from "#test/support/mixed-crowd.ts";
import { createWire, type Wire } from "#test/support/wire.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
  await addMixedCrowd(database.db);
}, 120_000);
afterAll(() => database.drop());

/** Sends like three processes, each with a clock of its own, until nothing is due any more. */
async function deliver(wires: readonly Wire[], clocks: readonly Date[]): Promise<void> {
  const couriers = wires.map((wire, index) => {
    const now = clocks[index] ?? MIXED.due;
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
  const { job, due, through, patch, tally } = MIXED;
  const refused = await listRefused(db);
  const clocks = [-10, 0, 10].map((skew) => new Date(due.getTime() + (15 + skew) * 1000));
  const works = await Promise.all(clocks.map((now) => runAt(db, job, now, patch)));
  const late = clocks.map((now) => new Date(now.getTime() + 300_000));
  works.push(...(await Promise.all(late.map((now) => runAt(db, job, now, patch)))));
  const handled = works.reduce((sum, work) => sum + (work?.tally.due ?? 0), 0);
  expect(handled).toBe(tally.due);
  const wires = clocks.map(() => createWire());
  for (const wire of wires)
    wire.onSend = ({ conversation }) =>
      refused.has(conversation) ? Promise.reject(new Fault("channel.blocked", "blocked")) : Promise.resolve();
  await deliver(wires, late);
  // What was put off waits for tomorrow: it is of this schedule and due by then.
  expect(await db.transaction((tx) => tallyReminders(tx, { schedule: job, through }))).toEqual(tally);
  const sent = wires.flatMap((wire) => wire.sent.map((one) => one.key));
  expect(sent).toHaveLength(tally.sent);
  expect(new Set(sent).size).toBe(tally.sent);
}, 240_000);
