import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql, type SQL } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import { noteBackup } from "#src/compose/backup-age.ts";
import { readConfig } from "#src/compose/config.ts";
import { transportFinding } from "#src/cli/lvzhi/examine-transport.ts";
import { type Examined, examine } from "#src/cli/lvzhi/examine.ts";
import type { Finding } from "#src/cli/lvzhi/finding.ts";
import { noteKeyChange, requireKey } from "#src/compose/field-key.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { holidaysOf } from "#test/support/holidays-of.ts";
import { cloneDatabase, emptyDatabase } from "#test/support/database.ts";

const NOW = at("2026-11-25 09:00");
const GB = 1_073_741_824;
const vault = createVault(TEST_KEY);
const config = readConfig({ DEMO: "0", FIELD_KEY: TEST_KEY });

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeEach(async () => {
  database = await cloneDatabase();
  await database.db.transaction((tx) => requireKey(tx, vault));
  await database.db.transaction((tx) => noteBackup(tx, at("2026-11-24 20:00")));
});
afterEach(() => database.drop());

async function look(more: Partial<Examined> = {}): Promise<ReadonlyMap<string, Finding>> {
  const real = new Date();
  const found = await examine({ config, database, vault, now: NOW, real, freeBytes: 50 * GB, ...more });
  return new Map(found.map((one) => [one.what, one]));
}
const change = (statement: SQL) => database.db.execute(statement);

test("where all is well, every check says so, and nothing is written", async () => {
  const before = await change(sql`select * from settings order by name`);
  const found = await look();
  expect([...found.values()].filter(({ fine }) => !fine)).toEqual([]);
  expect([...found.keys()]).toEqual(
    "database transport account clock schema key messages names terms rests notices audit backup disk secrets entrance calls zone rules calendar objections".split(
      " ",
    ),
  );
  expect(await change(sql`select * from settings order by name`)).toEqual(before);
});

test.each<[string, string, Partial<Examined>, RegExp]>([
  ["another key", "key", { vault: createVault("another key altogether") }, /FIELD_KEY is not the key/u],
  ["a clock that is off", "clock", { real: new Date(Date.now() - 60_000) }, /6\d(?:\.\d)? s off.*NTP/u],
  ["a full disk", "disk", { freeBytes: GB / 2 }, /512 MB free.*make room/u],
  ["a year without holidays", "calendar", { now: at("2040-03-01 09:00") }, /2040 and 2041 not yet/u],
  ["a next year without holidays, at its end", "calendar", { now: at("2026-12-20 09:00") }, /2027 not yet/u],
  [
    "a last day for objections that nobody knows",
    "objections",
    { now: at("2026-12-05 09:00") },
    /told of an absence from 2026-12-25 on: 2027 is unknown/u,
  ],
  ["an old backup", "backup", { now: at("2026-12-01 09:00") }, /6 days ago: npm run/u],
])("%s is found and the cure said", async (_what, check, more, sentence) => {
  const finding = (await look(more)).get(check);
  expect(finding?.fine).toBe(false);
  expect(finding?.says).toMatch(sentence);
});

test.each([
  ["postgres://lvzhi@db:5432/lvzhi", false, true],
  ["postgres://lvzhi@10.1.2.3/lvzhi", false, true],
  ["postgres://lvzhi@db.example.cn/lvzhi", false, false],
  ["postgres://lvzhi@db.example.cn/lvzhi?sslmode=require", true, false],
  ["postgres://lvzhi@db.example.cn/lvzhi?sslmode=verify-full", true, true],
])("a database at %s, encrypted %s, is reached safely: %s", (url, encrypted, isFine) => {
  const { fine, says } = transportFinding(url, encrypted);
  expect(fine).toBe(isFine);
  if (!fine) expect(says).toContain("sslmode=verify-full");
});

test("years whose holidays the policy file lists are known", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-rules-"));
  const file = path.join(folder, "rules.yaml");
  const days = Object.keys({ ...holidaysOf(2040), ...holidaysOf(2041) }).map((day) => `  ${day}: holiday`);
  const rules = readFileSync(config.POLICY_FILE, "utf8");
  writeFileSync(file, rules.replace("calendar: {}", ["calendar:", ...days].join("\n")));
  const own = readConfig({ DEMO: "0", FIELD_KEY: TEST_KEY, POLICY_FILE: file });
  const found = await look({ config: own, now: at("2040-03-01 09:00") });
  expect(found.get("calendar")).toEqual({ what: "calendar", fine: true, says: "2040 and 2041 are known" });
  rmSync(folder, { recursive: true });
});

test.each([
  [
    "a term whose end the rules need and nobody knows",
    "terms",
    sql`with one as (insert into people (name) values ('李明') returning id)
      insert into mandates (person_id, level, term, valid_from)
      select id, 'district', '第十八届', '2021-12-20' from one`,
    /no end on file for 第十八届 \(district\)/u,
  ],
  [
    "a message that is stuck",
    "messages",
    sql`insert into inbox (channel, bot, external_id, conversation, sender, sent_at, received_at)
      values ('web', 'main', 'x', 'c', 'c', now(), now() - interval '10 minutes')`,
    /1 to handle.*waits too long/u,
  ],
  [
    "a message that does not go out",
    "messages",
    sql`insert into outbox (channel, bot, conversation, key, kind, due_at)
      values ('web', 'main', 'c', 'k', 'k', '2026-11-25 08:00+08')`,
    /1 to send.*waits too long/u,
  ],
  [
    "a message that was given up this week",
    "messages",
    sql`insert into inbox (channel, bot, external_id, conversation, sender, sent_at, received_at, status)
      values ('web', 'main', 'x', 'c', 'c', now(), '2026-11-24 10:00+08', 'dead')`,
    /1 of them this week: look for inbox.buried/u,
  ],
  [
    "examples of another district than the roster's",
    "names",
    sql`insert into orgs (name, kind) values ('花溪区', 'district')`,
    /examples are of 乌当区, the roster is of 花溪区: put the district's own under `names`/u,
  ],
  [
    "an audit that nobody seals",
    "audit",
    sql`insert into audit (at, action, subject) values ('2026-11-24 08:00+08', 'contact.read', 'opinion')`,
    /1 lines wait for their seal since .*verify-audit/u,
  ],
  ["no backup at all", "backup", sql`delete from settings where name = 'backup.at'`, /none was ever made/u],
  [
    "a schema that is behind",
    "schema",
    sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`,
    /1 migrations wait/u,
  ],
])("%s is found and the cure said", async (_what, check, statement, sentence) => {
  await change(statement);
  const finding = (await look()).get(check);
  expect(finding?.fine).toBe(false);
  expect(finding?.says).toMatch(sentence);
});

test("a key change that was cut short is found", async () => {
  const fresh = createVault("the key that comes after it");
  await database.db.transaction((tx) => noteKeyChange(tx, vault, fresh));
  expect((await look()).get("key")?.says).toContain("run it again");
});

test("a database that nobody has opened, or that is away, is said to be that; the machine is looked at all the same", async () => {
  const untouched = await emptyDatabase();
  expect((await look({ database: untouched })).get("schema")?.says).toContain("no service was ever started");
  await untouched.drop();
  const away = openDatabase({ socketFolder: "/nonexistent", database: "none" });
  const found = await look({ database: away });
  expect(found.get("database")).toMatchObject({
    fine: false,
    says: expect.stringContaining("cannot be reached"),
  });
  expect(found.get("disk")?.fine).toBe(true);
  await away.close();
});
