import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#db/demo/seed.ts";
import { createVault } from "#db/vault.ts";
import { runJob } from "#jobs/run-job.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { at, jobNamed, jobPartsAt } from "#test/support/clockwork.ts";
import { cloneDatabase } from "#test/support/database.ts";

// What the roster and the office hold about people goes some time after it is of use.
const START = at("2026-09-16 09:00");
const words = createVault(TEST_KEY).seal("13800001111");
const then = sql`${START.toISOString()}::timestamptz`;

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
  await database.db.transaction((tx) => seedDemo(tx, START));
});
afterAll(() => database.drop());

const night = async (days: number) => {
  const now = new Date(START.getTime() + days * 86_400_000);
  return (await runJob(jobPartsAt(database.db, now), jobNamed("retention"), "anyway"))?.report ?? {};
};
const count = async (what: SQL): Promise<number> => {
  const [row] = await database.db.execute<{ n: number }>(sql`select count(*)::int n from ${what}`);
  return row?.n ?? -1;
};

test("the telephone of a deputy goes after the last office ended, and nobody else's", async () => {
  await database.db.execute(
    sql`update people set phone = ${words}, created_at = ${then} where kind = 'member'`,
  );
  await database.db.execute(sql`update mandates set valid_to = '2026-09-16'
    where person_id = (select id from people where name = '李明')`);
  expect(await night(399)).toMatchObject({ phones: 0 });
  expect(await night(401)).toMatchObject({ phones: 1 });
  expect(await count(sql`people where name = '李明' and phone is null`)).toBe(1);
  expect(await count(sql`people where name in ('刘敏', '王芳') and phone is not null`)).toBe(2);
});

test("a wish to have something put right goes after it was answered; one that waits stays", async () => {
  await database.db.execute(sql`
    insert into corrections (person_id, wish, asked_at, answered_at)
    select id, ${words}, ${then}, case when name = '李明' then ${then} end from people where name in ('李明', '王芳')`);
  expect(await night(402)).toMatchObject({ corrections: 1 });
  expect(await count(sql`corrections`)).toBe(1);
});
