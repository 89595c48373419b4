import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { listMigrations } from "#db/migrations-done.ts";
import { knownMigrations, migrateDatabase } from "#db/migrate.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { openOldDatabase } from "#test/support/old-database.ts";

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

test("a table that somebody reads for long is changed afterwards, and keeps nobody else from reading it meanwhile", async () => {
  const old = await openOldDatabase(database.address, knownMigrations().length - 25);
  const [holder, reader] = [connect(old.address, 1), connect(old.address, 1)];
  const held = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  try {
    const reading = holder.begin(async (tx) => {
      await tx`select count(*) from duty_records`;
      held.resolve();
      await over.promise;
    });
    await held.promise;
    const migrated = migrateDatabase(old.address);
    await isWaitedFor(reader, "duty_records");
    await reader`select count(*) from duty_records`;
    over.resolve();
    await reading;
    await migrated;
    expect(await listMigrations(reader)).toHaveLength(knownMigrations().length);
  } finally {
    over.resolve();
    await Promise.all([holder.end(), reader.end()]);
    await old.drop();
  }
});

async function isWaitedFor(session: Sql, table: string): Promise<void> {
  for (;;) {
    const waiting = await session`select 1 from pg_locks where relation = ${table}::regclass and not granted`;
    if (waiting.length > 0) return;
    await sleep(50);
  }
}
