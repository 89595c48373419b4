import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import type { Address } from "#src/message/address.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { readPolicy } from "#test/support/policy.ts";
import { openWechatCity, type WechatCity } from "#test/support/wechat-city.ts";

let opened: WechatCity;
beforeEach(async () => {
  opened = await openWechatCity("2026-09-16T09:00:00+08:00", { limits: true });
});
afterEach(() => opened.close());

/** Messages to the bound conversations, all due at once, in turn; news is what nobody asked for. */
async function owe(count: number, news = false): Promise<void> {
  const { database, now, service } = opened.city;
  const rows = await database.db.execute<{ to: Address }>(
    sql`select conversation as to from accounts where channel = 'wechat' order by id`,
  );
  const due = Array.from({ length: count }, (_, n) => ({
    conversation: rows[n % rows.length]?.to ?? "",
    key: `due-${n}`,
    reply: { kind: "help.broken" } as const,
    dueAt: now,
    ...(news ? { unasked: true as const } : {}),
  }));
  const world = { now, zone: "Asia/Shanghai", policy: readPolicy() };
  await database.db.transaction((tx) => enqueue(tx, createVault(TEST_KEY), due, world));
  service.tell("outbox");
}

const arrived = (count: number): Promise<void> =>
  eventually(() => expect(opened.arrived.length).toBeGreaterThanOrEqual(count), 20_000);
const gaps = (): number[] => {
  const at = opened.arrived.map((one) => one.at);
  return at.slice(1).map((one, index) => one - (at[index] ?? 0));
};

test("however much is due, and for however many, seconds pass between two messages", async () => {
  for (const name of ["李明", "王芳", "陈建国", "杨秀英"]) await opened.bound(name);
  await owe(4);
  await arrived(4);
  expect(Math.min(...gaps())).toBeGreaterThanOrEqual(2_450);
}, 40_000);

test("the parts of a long answer have the same seconds between them", async () => {
  const contact = await opened.bound("李明");
  const { database, now, service } = opened.city;
  const body = createVault(TEST_KEY).seal(JSON.stringify({ text: "字".repeat(4_000), choices: [] }));
  await database.db.execute(sql`
    insert into outbox (channel, bot, conversation, key, kind, body, due_at)
    values ('wechat', 'main', ${`wechat:main:${contact.id}`}, 'long', 'help.menu', ${body}, ${now.toISOString()})`);
  service.tell("outbox");
  await arrived(3);
  expect(Math.min(...gaps())).toBeGreaterThanOrEqual(2_450);
}, 40_000);

test("whoever asks something while a notice goes out to many is answered before it goes on", async () => {
  for (const name of ["李明", "王芳", "陈建国", "杨秀英"]) await opened.bound(name);
  await owe(4, true);
  await arrived(1);
  const asking = await opened.bound("罗文军");
  const answer = await opened.says(asking, "我的履职");
  expect(answer).not.toBe("");
  expect(opened.arrived.length).toBeLessThanOrEqual(3);
}, 40_000);

test("whoever is himself among those the notice is for is answered before his own copy of it", async () => {
  for (const name of ["李明", "王芳", "陈建国", "杨秀英"]) await opened.bound(name);
  const asking = await opened.bound("罗文军");
  await owe(5, true);
  await arrived(1);
  const answer = await opened.says(asking, "我的履职");
  expect(answer).toContain("履职");
  expect(opened.arrived.length).toBeLessThanOrEqual(3);
}, 40_000);
