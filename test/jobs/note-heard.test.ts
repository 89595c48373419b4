import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { noteHeard } from "#jobs/note-heard.ts";
import { createVault } from "#db/vault.ts";
import { at, jobPartsAt } from "#test/support/clockwork.ts";
import { openCity, type City, TEST_KEY } from "#test/support/city.ts";

const WECHAT = { channel: "wechat", bot: "main" };

let city: City;
beforeEach(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
  await city.database.db.execute(sql`
    insert into accounts (channel, bot, sender, conversation, person_id, bound_at, last_used_at)
    select 'wechat', 'main', 'wechat:main:' || p.name, 'wechat:main:' || p.name, p.id, now(), t.at::timestamptz
    from people p join (values ('李明', '2026-09-15T20:00+08'), ('王芳', '2026-08-01T20:00+08')) t(name, at)
      on t.name = p.name`);
});
afterEach(() => city.close());

const noteAt = (local: string, patch: object, began: boolean): Promise<number> => {
  const parts = jobPartsAt(city.database.db, at(local), patch);
  return noteHeard({ ...parts, running: [...parts.running, WECHAT] }, WECHAT, began);
};
const heardAt = (local: string, patch: object = {}): Promise<number> => noteAt(local, patch, false);
const loggedInAt = (local: string, patch: object = {}): Promise<number> => noteAt(local, patch, true);

/** 李明 says something in WeChat. */
const speaksAt = (local: string) =>
  city.database.db.execute(sql`
    update accounts set last_used_at = ${at(local).toISOString()}::timestamptz where sender = 'wechat:main:李明'`);

const asked = async () =>
  city.database.db.execute<{ conversation: string; due: string }>(
    sql`select conversation, due_at::text as due from outbox where kind = 'channel.gap' order by id`,
  );

test("heard for the first time, or after a hiccup, the network asks nobody", async () => {
  await speaksAt("2026-09-16 08:59");
  expect(await loggedInAt("2026-09-16 09:00")).toBe(0);
  expect(await heardAt("2026-09-16 09:01")).toBe(0);
  expect(await asked()).toEqual([]);
});

test("after a gap, whoever spoke there lately is asked to say it again, once", async () => {
  await heardAt("2026-09-16 09:00");
  expect(await heardAt("2026-09-16 09:40")).toBe(1);
  expect(await heardAt("2026-09-16 09:41")).toBe(0);
  expect((await asked()).map((one) => one.conversation)).toEqual(["wechat:main:李明"]);
});

test("how long ago is lately the district decides", async () => {
  await heardAt("2026-09-16 09:00");
  expect(await heardAt("2026-09-16 09:40", { reminders: { ask_after_gap_days: 60 } })).toBe(2);
});

test("whoever has gone over to another channel is not asked", async () => {
  await city.person("李明").says("帮助");
  await heardAt("2026-09-16 09:00");
  expect(await heardAt("2026-09-16 09:40")).toBe(0);
});

test("after a log-in that came at once, whoever was talking just then is asked, and nobody else", async () => {
  await speaksAt("2026-09-16 08:55");
  await heardAt("2026-09-16 09:00");
  expect(await loggedInAt("2026-09-16 09:00")).toBe(1);
  expect((await asked()).map((one) => one.conversation)).toEqual(["wechat:main:李明"]);
  const [row] = await city.database.db.execute<{ body: Buffer }>(
    sql`select body from outbox where kind = 'channel.gap'`,
  );
  const words = createVault(TEST_KEY).open(row?.body ?? Buffer.alloc(0));
  expect(words).toContain("9月16日(周三)09:00前后");
});

test("whose words are stored and not yet handled was talking just then as well", async () => {
  await city.service.stop();
  await city.database.db.execute(sql`
    insert into inbox (channel, bot, external_id, conversation, sender, sent_at)
    values ('wechat', 'main', 'waits', 'wechat:main:王芳', 'wechat:main:王芳', now())`);
  await heardAt("2026-09-16 09:00");
  expect(await loggedInAt("2026-09-16 09:00")).toBe(1);
  expect((await asked()).map((one) => one.conversation)).toEqual(["wechat:main:王芳"]);
});

test("how long ago is just then the district decides", async () => {
  await speaksAt("2026-09-16 08:45");
  await heardAt("2026-09-16 09:00");
  expect(await loggedInAt("2026-09-16 09:01")).toBe(0);
  expect(await loggedInAt("2026-09-16 09:02", { reminders: { ask_after_break_minutes: 30 } })).toBe(1);
});

test("nobody is asked again before he has said something", async () => {
  await speaksAt("2026-09-16 08:55");
  await heardAt("2026-09-16 09:00");
  expect(await loggedInAt("2026-09-16 09:01")).toBe(1);
  expect(await loggedInAt("2026-09-16 09:02")).toBe(0);
  await speaksAt("2026-09-16 09:03");
  expect(await loggedInAt("2026-09-16 09:04")).toBe(1);
});

test("a break in the quiet hours is asked about in the morning", async () => {
  await speaksAt("2026-09-15 21:55");
  await heardAt("2026-09-15 22:00");
  expect(await loggedInAt("2026-09-15 22:01")).toBe(1);
  expect((await asked()).map((one) => new Date(one.due).toISOString())).toEqual(["2026-09-16T00:00:00.000Z"]);
});
