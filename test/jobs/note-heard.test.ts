import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { noteHeard } from "#jobs/note-heard.ts";
import { at, jobPartsAt } from "#test/support/clockwork.ts";
import { openCity, type City } from "#test/support/city.ts";

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

const heardAt = (local: string, patch: object = {}): Promise<number> => {
  const parts = jobPartsAt(city.database.db, at(local), patch);
  return noteHeard({ ...parts, running: [...parts.running, WECHAT] }, WECHAT);
};

const asked = async () =>
  city.database.db.execute<{ conversation: string }>(
    sql`select conversation from outbox where kind = 'channel.gap' order by id`,
  );

test("heard for the first time, or after a hiccup, the network asks nobody", async () => {
  expect(await heardAt("2026-09-16 09:00")).toBe(0);
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
