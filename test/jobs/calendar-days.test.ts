import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedDemo } from "#db/demo/seed.ts";
import { createVault } from "#db/vault.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { cloneDatabase } from "#test/support/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeEach(async () => {
  database = await cloneDatabase();
});
afterEach(() => database.drop());

const seed = (day: Day): Promise<unknown> =>
  database.db.transaction((tx) => seedDemo(tx, at(`${day} 08:00`)));

/** The district's policy with one thing owed, due on a day of every year. */
const owing = (on: string, days: readonly number[], more: object = {}) => ({
  reminders: { max_per_day: 9 },
  obligations: {
    annual_report: null,
    report_to_voters: null,
    suggestion_minimum: null,
    voter_contact_minimum: null,
    self_review: {
      due: { on },
      in_office_days: 1,
      reminders: { days_before: days, overdue: "none" },
      ...more,
    },
  },
});

/** Runs the job every morning of a stretch; the days on which 李明 was to be reminded, as they stand on file. */
async function remindedOn(from: Day, through: Day, policy: object): Promise<string[]> {
  const { db } = database;
  for (let day = from; day <= through; day = addDays(day, 1))
    await runAt(db, "deadline-reminders", at(`${day} 09:00`), policy);
  const rows = await db.execute<{ day: string }>(sql`
    select to_char(r.due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as day from reminders r
      join people p on p.id = r.person_id where r.schedule = 'deadline-reminders' and p.name = '李明' order by r.due_at`);
  return rows.map((row) => row.day);
}

const alarms = async (): Promise<string[]> => {
  const rows = await database.db.execute<{ key: string }>(
    sql`select key from outbox where key like 'news:calendar:%' order by key`,
  );
  return rows.map((row) => row.key.split(":")[2] ?? "");
};

describe("a reminder a week before", () => {
  test("goes on a Sunday that is worked for the National Day", async () => {
    await seed("2026-09-14");
    expect(await remindedOn("2026-09-15", "2026-09-27", owing("09-27", [7]))).toEqual(["2026-09-20 09:00"]);
  });

  test("moves from an ordinary Sunday to the Friday before", async () => {
    await seed("2026-09-08");
    expect(await remindedOn("2026-09-09", "2026-09-20", owing("09-20", [7]))).toEqual(["2026-09-11 09:00"]);
  });

  test("moves further where the office has closed that Friday", async () => {
    await seed("2026-09-08");
    await database.db.execute(
      sql`insert into holiday_overrides (day, kind) values ('2026-09-11', 'holiday')`,
    );
    expect(await remindedOn("2026-09-09", "2026-09-20", owing("09-20", [7]))).toEqual(["2026-09-10 09:00"]);
  });

  test("moves before the holiday week, and the last two days go on days of rest too", async () => {
    await seed("2026-09-28");
    expect(await remindedOn("2026-09-29", "2026-10-12", owing("10-04", [2, 1, 0]))).toEqual([
      "2026-09-30 09:00",
      "2026-10-03 09:00",
      "2026-10-04 09:00",
    ]);
  });
});

test("over the year's end reminders go on by the week, and the office hears once that a year is unknown", async () => {
  await seed("2026-12-20");
  const policy = owing("12-31", [7, 1, 0], { reminders: { days_before: [7, 1, 0], overdue: "weekly" } });
  expect(await remindedOn("2026-12-21", "2027-01-15", policy)).toEqual([
    "2026-12-24 09:00",
    "2026-12-30 09:00",
    "2026-12-31 09:00",
    "2027-01-07 09:00",
    "2027-01-14 09:00",
  ]);
  expect(await alarms()).toEqual(["2027"]);
});

test("in a year nobody has announced a reminder stays on its plain day, a Sunday: an alarm, and no guess", async () => {
  await seed("2026-12-28");
  expect(await remindedOn("2026-12-29", "2027-01-10", owing("01-10", [7, 0]))).toEqual([
    "2027-01-03 09:00",
    "2027-01-10 09:00",
  ]);
  expect(await alarms()).toEqual(["2027"]);
});

// 2027 is not announced yet: a weekday may be one of the Spring Festival, a weekend may be worked for it.
test.each([
  ["2027-02-08", "Monday"],
  ["2027-02-09", "Tuesday"],
  ["2027-02-10", "Wednesday"],
  ["2027-02-11", "Thursday"],
  ["2027-02-12", "Friday"],
  ["2027-02-13", "Saturday"],
])(
  "a week before, on %s, a %s of a year that nobody has announced, a deputy is reminded and the office told",
  async (on) => {
    const due = addDays(on, 7);
    await seed(addDays(on, -2));
    expect(await remindedOn(addDays(on, -1), on, owing(due.slice(5), [7]))).toEqual([`${on} 09:00`]);
    expect(await alarms()).toEqual(["2027"]);
  },
);

test.each(["weekly-digest", "weekly-sheet", "monthly-sheet"] as const)(
  "what staff get on a weekday of a year that nobody has announced (%s) comes on that day, and the office is told",
  async (job) => {
    await seed("2027-01-20");
    await runAt(database.db, job, at("2027-02-01 09:00"));
    expect(await alarms()).toEqual(["2027"]);
    await runAt(database.db, job, at("2027-03-01 09:00"));
    expect(await alarms()).toEqual(["2027"]);
  },
);

test("the day before the first of March is the twenty-ninth of February in a leap year", async () => {
  await seed("2024-02-20");
  expect(await remindedOn("2024-02-21", "2024-03-02", owing("03-01", [1, 0]))).toEqual([
    "2024-02-29 09:00",
    "2024-03-01 09:00",
  ]);
});

describe("words that are kept for thirty days", () => {
  const words = createVault(TEST_KEY).seal("机密");
  const kept = async (): Promise<number> => {
    const [row] = await database.db.execute<{ n: number }>(
      sql`select count(*)::int4 n from inbox where body is not null`,
    );
    return row?.n ?? -1;
  };

  test.for([
    ["over the twenty-ninth of February", "2024-01-30", "2024-02-28", "2024-02-29"],
    ["in a year without one", "2025-01-30", "2025-02-28", "2025-03-01"],
    ["over the year's end", "2026-12-10", "2027-01-08", "2027-01-09"],
    ["over the holiday week and its worked Sundays", "2026-09-10", "2026-10-09", "2026-10-10"],
  ] as const)("%s are gone after the thirtieth, not before", async ([, said, before, after]) => {
    await seed(said);
    const then = at(`${said} 02:00`).toISOString();
    await database.db
      .execute(sql`insert into inbox (channel, bot, external_id, conversation, sender, body, sent_at,
        received_at, status) values ('web', 'main', 'one', 'web:main:c', 'web:main:c', ${words}, ${then}::timestamptz,
        ${then}::timestamptz, 'done')`);
    await runAt(database.db, "retention", at(`${before} 03:30`));
    expect(await kept()).toBe(1);
    await runAt(database.db, "retention", at(`${after} 03:30`));
    expect(await kept()).toBe(0);
  });
});
