import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.ts";
import { cloneDatabase } from "#test/support/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

test("a database that is up to date is left as it is, by several processes at once", async () => {
  await Promise.all([1, 2, 3].map(() => migrateDatabase(database.address)));
});

test("a database that a newer program has changed is refused", async () => {
  await database.db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at, name, applied_at)
    values ('later', 4102444800000, '21000101000000_later', now())`);
  await expect(migrateDatabase(database.address)).rejects.toMatchObject({
    code: "database.newer",
    message: expect.stringContaining("21000101000000_later"),
  });
});
