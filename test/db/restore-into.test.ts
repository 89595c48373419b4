import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { writeBackup } from "#db/backup.ts";
import type { Database } from "#db/client.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { knownMigrations, migrateDatabase } from "#db/migrate.ts";
import { listMigrations } from "#db/migrations-done.ts";
import { restoreInto } from "#db/restore-into.ts";
import { at } from "#test/support/clockwork.ts";
import { cloneDatabase, emptyDatabase } from "#test/support/database.ts";
import { sumTables } from "#test/support/table-sums.ts";

const KEY = "a field key for backups, long enough";
const NOW = at("2026-11-25 09:00");
const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-restore-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Clone = Database & { readonly drop: () => Promise<void> };

async function backUp({ wire }: Clone, name: string): Promise<string> {
  const file = path.join(folder, name);
  await writeBackup(wire, KEY, createWriteStream(file), NOW);
  return file;
}

const refusal = (sentence: string) => ({
  code: "backup.refused",
  message: expect.stringContaining(sentence),
});

test("a backup goes into a database that nobody has opened yet, and every table is equal", async () => {
  const [one, other] = [await cloneDatabase(), await emptyDatabase()];
  await one.db.transaction((tx) => seedDemo(tx, NOW));
  const file = await backUp(one, "whole");
  await restoreInto(other.address, KEY, file);
  expect(await sumTables(other.wire)).toEqual(await sumTables(one.wire));
  await expect(restoreInto(other.address, KEY, file)).rejects.toMatchObject(refusal("not empty"));
  await one.drop();
  await other.drop();
});

test("a backup of an older program is filled in as it was and then upgraded", async () => {
  const [one, other] = [await emptyDatabase(), await emptyDatabase()];
  const old = knownMigrations().sort().slice(0, 8);
  await migrateDatabase(one.address, old);
  await one.db.execute(sql`insert into people (name) values ('李明')`);
  const file = await backUp(one, "old");
  await restoreInto(other.address, KEY, file);
  const people = await other.db.execute<{ name: string }>(sql`select name from people`);
  expect(people.map((row) => row.name)).toEqual(["李明"]);
  expect((await listMigrations(other.wire)).sort()).toEqual(knownMigrations().sort());
  const full = await cloneDatabase();
  await expect(restoreInto(full.address, KEY, file)).rejects.toMatchObject(refusal("newer than the backup"));
  for (const each of [one, other, full]) await each.drop();
});

test("a backup of a newer program is refused, and one that was changed before anything is touched", async () => {
  const [one, other] = [await cloneDatabase(), await emptyDatabase()];
  await one.db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at, name, applied_at)
    values ('later', 4102444800000, '21000101000000_later', now())`);
  const file = await backUp(one, "newer");
  await expect(restoreInto(other.address, KEY, file)).rejects.toMatchObject(refusal("newer program"));
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.with(bytes.length - 40, ((bytes.at(-40) ?? 0) + 1) % 256));
  await expect(restoreInto(other.address, KEY, file)).rejects.toMatchObject(refusal("cut or changed"));
  expect(await listMigrations(other.wire)).toEqual([]);
  await one.drop();
  await other.drop();
});
