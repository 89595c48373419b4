import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import type { Address } from "#src/message/address.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";
import { seen } from "#test/support/seen.ts";
import { openWechatCity, type WechatCity } from "#test/support/wechat-city.ts";

let opened: WechatCity;
beforeEach(async () => {
  opened = await openWechatCity("2026-09-16T09:00:00+08:00", { limits: true });
});
afterEach(() => opened.close());

/** Messages to the bound conversations, all due at once, in turn. */
async function owe(count: number): Promise<void> {
  const { database, now, service } = opened.city;
  const rows = await database.db.execute<{ to: Address }>(
    sql`select conversation as to from accounts where channel = 'wechat' order by id`,
  );
  const due = Array.from({ length: count }, (_, n) => ({
    conversation: rows[n % rows.length]?.to ?? "",
    key: `due-${n}`,
    reply: { kind: "help.broken" } as const,
    dueAt: now,
  }));
  const world = { now, policy: readPolicy() };
  await database.db.transaction((tx) => enqueue(tx, createVault(TEST_KEY), due, world));
  service.tell("outbox");
  await seen(() => (opened.arrived.length >= count ? true : undefined));
}

const gaps = (at: readonly number[]): number[] => at.slice(1).map((one, index) => one - (at[index] ?? 0));

test("however much is due, WeChat is written to like a person writes: once a second, and less often to one", async () => {
  const people = [await opened.bound("李明"), await opened.bound("王芳")];
  await owe(6);
  expect(Math.min(...gaps(opened.arrived.map(({ at }) => at)))).toBeGreaterThanOrEqual(995);
  for (const { id } of people) {
    const own = opened.arrived.filter(({ to }) => to === id).map(({ at }) => at);
    expect(Math.min(...gaps(own))).toBeGreaterThanOrEqual(1_495);
  }
}, 30_000);
