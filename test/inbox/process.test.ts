import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { claimMessages, claimSuspect, releaseInbox } from "#db/queries/inbox.ts";
import { createVault } from "#db/vault.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createAccept } from "#src/inbox/accept.ts";
import { underLease } from "#src/inbox/lease.ts";
import { processMessages } from "#src/inbox/process.ts";
import { createRegister, type InboxParts } from "#src/inbox/situation.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { silentLog } from "#test/support/silent-log.ts";

const vault = createVault("a key for tests, long enough to be one");
const foreign = createVault("another key, whose words nobody here can read");
const alarms: string[] = [];

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let parts: InboxParts;
beforeAll(async () => {
  database = await cloneDatabase();
});
beforeEach(async () => {
  const { db } = database;
  await db.execute(sql`truncate inbox, second_readings, outbox, dialogs, choices`);
  alarms.length = 0;
  const policy = readPolicy("policy/wudang.yaml");
  const log = { ...silentLog, error: (event: string) => void alarms.push(event) };
  const register = createRegister(db, policy, () => performance.now());
  const now = new Date("2026-09-16T09:00:00+08:00");
  parts = {
    db,
    vault,
    clock: () => now,
    zone: "Asia/Shanghai",
    log,
    random: () => 0,
    holder: "test",
    policy,
    register,
    running: [{ channel: "web", bot: "demo" }],
    writeDocument: () => Promise.resolve(new Uint8Array()),
    workbooks: { read: () => Promise.resolve("not-xlsx"), write: () => Promise.resolve(new Uint8Array()) },
  };
});
afterAll(() => database.drop());

const messageOf = (who: string, id: string) => ({
  channel: "web",
  bot: "demo",
  externalId: id,
  conversation: `web:demo:${who}`,
  sender: `web:demo:${who}`,
  sentAt: new Date("2026-09-16T09:00:00+08:00"),
  body: { kind: "text" as const, text: "帮助", attachments: [] },
});

const hear = (who: string, id: string, readable = true) =>
  createAccept(database.db, readable ? vault : foreign, () => undefined)(messageOf(who, id));

async function states(): Promise<Record<string, string>> {
  const rows = await database.db.execute<{ id: string; status: string }>(
    sql`select external_id as id, status from inbox order by id`,
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.status]));
}

const hurry = () => database.db.execute(sql`update inbox set due_at = now() where status = 'waiting'`);

test("one message that cannot be read costs the others of its batch nothing", async () => {
  await hear("liming", "good-1");
  await hear("wangfang", "bad", false);
  await hear("chenjianguo", "good-2");
  await processMessages(parts);
  expect(await states()).toEqual({ "good-1": "done", bad: "waiting", "good-2": "done" });
});

test("after five tries a message is given up: its sender hears it, staff are alarmed, the next one is handled", async () => {
  await hear("liming", "bad", false);
  await hear("liming", "next");
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await states()).toEqual({ bad: "waiting", next: "waiting" });
    await processMessages(parts);
    expect(await processMessages(parts)).toBe(tries < 4 ? 0 : 1);
    await hurry();
  }
  expect(await states()).toEqual({ bad: "dead", next: "done" });
  const [apology] = await database.db.execute<{ kind: string }>(
    sql`select kind from outbox where conversation = 'web:demo:liming' order by id`,
  );
  expect(apology?.kind).toBe("help.broken");
  expect(alarms).toContain("inbox.buried");
});

test("in a process that keeps dying, only one suspect at a time is put at risk", async () => {
  for (const who of ["liming", "wangfang", "chenjianguo"]) await hear(who, who);
  for (let death = 0; death < 8; death += 1) {
    await database.db.transaction((tx) => claimMessages(tx, "test", 96));
    await database.db.transaction((tx) => claimSuspect(tx, "test"));
    await database.db.transaction((tx) => releaseInbox(tx, "test", "crash"));
  }
  const rows = await database.db.execute<{ claims: number }>(sql`select claims from inbox order by id`);
  expect(rows.map((row) => row.claims)).toEqual([8, 3, 3]);
});

test("a lease lasts as long as the work does", async () => {
  await hear("liming", "long");
  const claimed = await database.db.transaction((tx) => claimMessages(tx, "test", 1));
  await database.db.execute(sql`update inbox set lease_until = now() + interval '200 ms'`);
  const stolen = await underLease(
    parts,
    claimed,
    async () => {
      await sleep(500);
      return database.db.transaction((tx) => claimMessages(tx, "other", 1));
    },
    50,
  );
  expect(stolen).toEqual([]);
});

test("a database that was away counts against no message, a crash does", async () => {
  await hear("liming", "m");
  const claims = async (): Promise<number> => {
    const [one] = await database.db.transaction((tx) => claimMessages(tx, "test", 1));
    return one?.claims ?? 0;
  };
  expect(await claims()).toBe(1);
  await database.db.transaction((tx) => releaseInbox(tx, "test", "database"));
  expect(await claims()).toBe(1);
  await database.db.transaction((tx) => releaseInbox(tx, "test", "crash"));
  expect(await claims()).toBe(2);
});

test("what no database can hold is refused alone; its neighbours are stored", async () => {
  const accept = createAccept(database.db, vault, () => undefined);
  const answers = await Promise.allSettled([
    accept(messageOf("liming", "first")),
    accept(messageOf("liming", "good")),
    accept({ ...messageOf("wangfang", "bad"), sender: "web:demo:\u0000" }),
    accept(messageOf("chenjianguo", "also-good")),
  ]);
  expect(answers.map((one) => one.status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
});

test("the same delivery is known again after 29 days", async () => {
  await hear("liming", "old");
  await database.db.execute(sql`update inbox set received_at = now() - interval '29 days', status = 'done'`);
  expect(await hear("liming", "old")).toEqual({ duplicate: true });
});
