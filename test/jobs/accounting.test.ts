import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedDemo } from "#db/demo/seed.ts";
import { tallyReminders } from "#db/queries/reminders.ts";
import type { Tally } from "#src/domain/tally.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { addCrowd } from "#test/support/crowd.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
const START = at("2026-09-16 09:00");
beforeEach(async () => {
  database = await cloneDatabase();
  await database.db.transaction((tx) => seedDemo(tx, START));
});
afterEach(() => database.drop());

const later = (start: Date, seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const isBalanced = ({ due, sent, expired, merged, suppressed, failed, waiting }: Tally): boolean =>
  due === sent + expired + merged + suppressed + failed + waiting;

describe("three processes whose clocks are ten seconds apart", () => {
  test("handle ten thousand due reminders once each", async () => {
    const { db } = database;
    await addCrowd(db, 9_990);
    await runAt(db, "activity-reminders", at("2026-09-22 08:50"));
    const real = later(at("2026-09-22 09:00"), 5);
    const clocks = [-10, 0, 10].map((skew) => later(real, skew));
    const works = await Promise.all(clocks.map((now) => runAt(db, "activity-reminders", now)));
    const late = await Promise.all(clocks.map((now) => runAt(db, "activity-reminders", later(now, 60))));
    const due = [...works, ...late].reduce((sum, work) => sum + (work?.tally.due ?? 0), 0);
    expect(due).toBe(10_000);
    const [sent] = await db.execute<{ n: number; people: number }>(sql`
      select count(*)::int n, count(distinct conversation)::int people from outbox where schedule = 'activity-reminders'`);
    expect(sent).toMatchObject({ n: 10_000, people: 10_000 });
  }, 120_000);

  test("make one run of each slot", async () => {
    const works = await Promise.all(
      Array.from({ length: 6 }, () => runAt(database.db, "weekly-digest", at("2026-09-21 09:00"))),
    );
    expect(works.filter((work) => work !== null)).toHaveLength(1);
  });
});

describe("a service that was away", () => {
  test("for thirty days makes up for four digests by one", async () => {
    await runAt(database.db, "weekly-digest", at("2026-09-21 09:00"));
    await runAt(database.db, "weekly-digest", at("2026-10-21 09:00"));
    const rows = await database.db.execute<{ state: string; n: number }>(
      sql`select state, count(*)::int n from occurrences where schedule = 'weekly-digest' group by state order by state`,
    );
    expect([...rows]).toEqual([
      { state: "done", n: 2 },
      { state: "merged", n: 3 },
    ]);
  });

  test("too long past Monday records the digest as expired", async () => {
    await runAt(database.db, "weekly-digest", at("2026-09-21 09:00"));
    const work = await runAt(database.db, "weekly-digest", at("2026-10-23 09:00"));
    expect(work?.tally.due).toBe(0);
    const [row] = await database.db.execute<{ state: string }>(
      sql`select state from occurrences where schedule = 'weekly-digest' order by due_at desc limit 1`,
    );
    expect(row?.state).toBe("expired");
  });

  test("however its runs are spread over a month, accounts for everything that was due", async () => {
    const pauses = fc.array(fc.constantFrom(5, 65, 300, 1_500, 4_000, 43_200), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(pauses, async (minutes) => {
        const own = await cloneDatabase();
        try {
          await own.db.transaction((tx) => seedDemo(tx, START));
          let now = at("2026-09-19 08:55");
          for (const pause of minutes) {
            for (const name of ["activity-reminders", "deadline-reminders"] as const) {
              const work = await runAt(own.db, name, now);
              expect(work === null || isBalanced(work.tally)).toBe(true);
            }
            now = later(now, pause * 60);
          }
          for (const schedule of ["activity-reminders", "deadline-reminders"])
            expect(
              isBalanced(await own.db.transaction((tx) => tallyReminders(tx, { schedule, through: now }))),
            ).toBe(true);
          const [most] = await own.db.execute<{ n: number }>(sql`select coalesce(max(n), 0)::int n from (
            select count(*) n from outbox group by conversation, (due_at at time zone 'Asia/Shanghai')::date) d`);
          expect(most?.n).toBeLessThanOrEqual(3);
        } finally {
          await own.drop();
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
