import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const says = (id: string, text: string) =>
  city.service.accept({
    channel: "web",
    bot: "demo",
    externalId: `${id}/${randomUUID()}`,
    conversation: `web:demo:${id}`,
    sender: `web:demo:${id}`,
    sentAt: city.now,
    body: { kind: "text", text, attachments: [] },
  });

test("somebody who sends a hundred messages at once holds up nobody else", async () => {
  await Promise.all(Array.from({ length: 100 }, () => says("liming", "帮助")));
  const [answer] = await city.person("王芳").says("帮助");
  expect(answer?.kind).toBe("help.menu");
  const before = city.wire.sent.findIndex((one) => one.conversation === "web:demo:wangfang");
  expect(before).toBeGreaterThanOrEqual(0);
  expect(before).toBeLessThan(20);
});

test("stopped in the middle of a busy minute, the service ends at once and loses nothing", async () => {
  const people = ["liming", "wangfang", "chenjianguo", "yangxiuying", "luowenjun"];
  await Promise.all(people.flatMap((id) => Array.from({ length: 8 }, () => says(id, "帮助"))));
  const began = performance.now();
  await city.service.stop();
  expect(performance.now() - began).toBeLessThan(5_000);
  const [left] = await city.database.db.execute<{ under_way: number; waiting: number; answered: number }>(sql`
    select (select count(*) from outbox where status = 'sending')::int under_way,
      (select count(*) from inbox where status = 'waiting')::int waiting,
      (select count(*) from outbox where kind = 'help.menu')::int answered`);
  expect(left?.under_way).toBe(0);
  expect((left?.waiting ?? 0) + (left?.answered ?? 0)).toBe(40);
});
