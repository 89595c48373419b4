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

/** The questions that were sent or are to be, with when and what they ask about. */
const asked = async () => {
  const rows = await city.database.db.execute<{ conversation: string; due: string; body: Buffer }>(sql`
    select conversation, due_at::text as due, body from outbox
    where kind = 'channel.gap' and status <> 'suppressed' order by id`);
  return rows.map(({ conversation, due, body }) => ({
    conversation,
    due: new Date(due).toISOString(),
    words: createVault(TEST_KEY).open(body),
  }));
};

/** What was due until then has gone out. */
const sentAt = (local: string) =>
  city.database.db.execute(sql`
    update outbox set status = 'sent', sent_at = due_at
    where kind = 'channel.gap' and status = 'new' and due_at <= ${at(local).toISOString()}::timestamptz`);

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
  const [question, ...more] = await asked();
  expect(question).toMatchObject({ conversation: "wechat:main:李明" });
  expect(question?.words).toContain("9月16日(周三)09:00前后");
  expect(more).toEqual([]);
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
  expect((await asked()).map((one) => one.due)).toEqual(["2026-09-16T00:00:00.000Z"]);
});

test("three log-outs in one night are one question in the morning, about all of it", async () => {
  await heardAt("2026-09-15 22:00");
  for (const hour of ["2026-09-15 22:05", "2026-09-16 01:00", "2026-09-16 04:00"]) await loggedInAt(hour);
  const questions = await asked();
  expect(questions).toMatchObject([{ conversation: "wechat:main:李明", due: "2026-09-16T00:00:00.000Z" }]);
  expect(questions[0]?.words).toContain("9月15日(周二)22:00到9月16日(周三)04:00");
});

test("a network that goes up and down all morning does not ask the same silent person again and again", async () => {
  await heardAt("2026-09-16 09:00");
  for (const minute of ["03", "06", "09", "12"]) {
    await loggedInAt(`2026-09-16 09:${minute}`);
    await sentAt(`2026-09-16 09:${minute}`);
  }
  const [first, second, ...more] = await asked();
  expect(first?.due).toBe("2026-09-16T01:03:00.000Z");
  expect(second?.due).toBe("2026-09-16T05:03:00.000Z");
  expect(second?.words).toContain("09:03到09:12");
  expect(more).toEqual([]);
});

test("whoever has spoken since he was asked is asked about a later gap at once", async () => {
  await heardAt("2026-09-16 09:00");
  await loggedInAt("2026-09-16 09:03");
  await sentAt("2026-09-16 09:03");
  await speaksAt("2026-09-16 09:05");
  await loggedInAt("2026-09-16 09:09");
  expect((await asked()).map(({ due }) => due)).toEqual([
    "2026-09-16T01:03:00.000Z",
    "2026-09-16T01:09:00.000Z",
  ]);
});

test("how soon the silent are asked again the district decides", async () => {
  const hourly = { reminders: { ask_again_hours: 1 } };
  await heardAt("2026-09-16 09:00");
  await noteAt("2026-09-16 09:03", hourly, true);
  await sentAt("2026-09-16 09:03");
  await noteAt("2026-09-16 09:09", hourly, true);
  expect((await asked()).at(-1)?.due).toBe("2026-09-16T02:03:00.000Z");
});
