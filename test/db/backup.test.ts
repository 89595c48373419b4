import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeBackup } from "#db/backup.ts";
import { connect, type Database } from "#db/client.ts";
import { restoreBackup } from "#db/restore.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { type City, openCity } from "#test/support/city.ts";

const KEY = "a field key for backups, long enough";
const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-backup-"));
const file = path.join(folder, "one.backup");
let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

const fingerprints = async ({ db }: Database): Promise<Record<string, string>> => {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.execute<{ sum: string }>(
      sql`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
        from ${sql.identifier(name)} t`,
    );
    sums[name] = row?.sum ?? "";
  }
  return sums;
};

test("a backup restored elsewhere holds the same rows, line separators and backslashes included", async () => {
  await city.person("李明").says("昨天走访黄连村12户,问了\\N和\u2028的事\t第二行");
  await city.person("李明").says("对");
  const source = connect(city.database.address, 1);
  const written = await writeBackup(source, KEY, createWriteStream(file), city.now);
  await source.end();
  expect(written.rows).toBeGreaterThan(200);
  const other = await cloneDatabase();
  const target = connect(other.address, 1);
  const restored = await restoreBackup(target, KEY, file);
  expect(restored.rows).toBe(written.rows);
  expect(await fingerprints(other)).toEqual(await fingerprints(city.database));
  const [next] = await other.db.execute<{ id: string }>(
    sql`insert into people (name) values ('新来的') returning id::text`,
  );
  expect(Number(next?.id)).toBe(18);
  await expect(restoreBackup(target, KEY, file)).rejects.toMatchObject({ code: "backup.refused" });
  await target.end();
  await other.drop();
});

test("what still waited to be sent is marked when it is restored: it may have been sent since", async () => {
  await city.database.db
    .execute(sql`insert into outbox (channel, bot, conversation, key, kind, due_at, status)
    values ('web', 'demo', 'web:demo:liming', 'waits', 'help.broken', '2026-09-17 09:00+08', 'new'),
      ('web', 'demo', 'web:demo:liming', 'failed', 'help.broken', '2026-09-15 09:00+08', 'failed')`);
  const source = connect(city.database.address, 1);
  const waiting = path.join(folder, "waiting.backup");
  await writeBackup(source, KEY, createWriteStream(waiting), city.now);
  await source.end();
  const other = await cloneDatabase();
  const target = connect(other.address, 1);
  await restoreBackup(target, KEY, waiting);
  const marked = await other.db.execute<{ key: string }>(sql`select key from outbox where possible_repeat`);
  expect(marked.map((row) => row.key)).toEqual(["waits"]);
  await target.end();
  await other.drop();
});

test("nothing readable stands in the file", () => {
  const bytes = readFileSync(file);
  expect(bytes.includes("李明")).toBe(false);
  expect(bytes.includes(KEY)).toBe(false);
});

test.each([
  [
    "one byte is changed",
    (bytes: Buffer) => bytes.with(bytes.length - 40, ((bytes.at(-40) ?? 0) + 1) % 256),
    KEY,
  ],
  ["it was cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 500), KEY],
  ["the key is another", (bytes: Buffer) => bytes, "another field key, long enough as well"],
  ["it is no backup", () => Buffer.from("hello, this is not a backup of anything at all"), KEY],
])("a restore changes nothing when %s", async (_what, change, key) => {
  const bad = path.join(folder, "bad.backup");
  writeFileSync(bad, change(readFileSync(file)));
  const other = await cloneDatabase();
  const target = connect(other.address, 1);
  const before = await fingerprints(other);
  await expect(restoreBackup(target, key, bad)).rejects.toMatchObject({ code: "backup.refused" });
  expect(await fingerprints(other)).toEqual(before);
  await target.end();
  await other.drop();
});

test("a last row of any size is written to its end", async () => {
  const one = await cloneDatabase();
  const source = connect(one.address, 1);
  await one.db.execute(sql`insert into attachments (id, conversation, name, type, size, bytes)
    values ('a', 'b', 'c', 'image/png', 1, '')`);
  for (let size = 20_000; size < 140_000; size += 3_001) {
    await one.db.execute(sql`update attachments set bytes = decode(repeat('ab', ${size}::int), 'hex')`);
    const { rows } = await writeBackup(
      source,
      KEY,
      createWriteStream(path.join(folder, `${size}`)),
      city.now,
    );
    expect(rows).toBe(1);
  }
  await source.end();
  await one.drop();
});
