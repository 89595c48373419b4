import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReadiness } from "#src/compose/readiness.ts";
import { cloneDatabase } from "#test/support/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

test("a database that reads and does not store is not ready, and is again as soon as it does", async () => {
  let at = 0;
  const isReady = createReadiness(database.db, () => at);
  expect(await isReady()).toBe(true);
  await database.db.execute(sql`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'no room' using errcode = '53100'; end $$`);
  await database.db.execute(sql`create trigger full_disk before insert or update on settings
    for each row execute function refuse()`);
  expect(await isReady()).toBe(true);
  at = 1_001;
  expect(await isReady()).toBe(false);
  await database.db.execute(sql`drop trigger full_disk on settings`);
  at = 2_003;
  expect(await isReady()).toBe(true);
});
