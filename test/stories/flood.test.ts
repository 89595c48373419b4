import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fastify from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { webRoutes } from "#bot/web/routes.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { limitsOf } from "#src/compose/limits.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import { createSessions } from "#src/compose/sessions.ts";
import { readConfig } from "#src/compose/config.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";
import { silentLog } from "#test/support/silent-log.ts";
import { waitUntil } from "#test/support/wait.ts";

const MINUTE_MS = 60_000;
const policy = readPolicy();
const most = policy.limits.messages_per_minute;
const real = readConfig({ DEMO: "0", FIELD_KEY: TEST_KEY });
const vault = createVault(TEST_KEY);

let now = 0;
let city: City;
let limits: ReturnType<typeof limitsOf>;
beforeEach(async () => {
  now = 0;
  limits = limitsOf(real, policy, () => now);
  city = await openCity(undefined, limits.messages);
});
afterEach(() => city.close());

const send = (who: string, text: string, externalId: string = randomUUID()) =>
  city.service.accept({
    channel: "web",
    bot: "demo",
    externalId,
    conversation: `web:demo:${who}`,
    sender: `web:demo:${who}`,
    sentAt: city.now,
    body: { kind: "text", text, attachments: [] },
  });

async function countStored(who: string): Promise<number> {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from inbox where sender = ${`web:demo:${who}`}`,
  );
  return row?.n ?? -1;
}

test("one who sends a thousand messages at once fills nothing, hears it once, and keeps nobody waiting", async () => {
  const flood = Promise.all(Array.from({ length: 1_000 }, (_, n) => send("liming", `第${n}条`)));
  const [answer] = await city.person("吴红梅").says("我的履职");
  expect(answer?.kind).toBe("figures.own-duty");
  const accepted = await flood;
  expect(accepted.filter((one) => one.tooMany !== true)).toHaveLength(most);
  expect(await countStored("liming")).toBe(most + 1);
  const heard = city.person("李明").heard;
  await waitUntil(() => heard().some((one) => one.text.includes("您发得太快了")));
  await waitUntil(() => heard().length >= most + 1);
  expect(heard().filter((one) => one.text.includes("您发得太快了"))).toHaveLength(1);
  expect(heard().at(-1)?.text).toContain("请过一分钟再接着发");
});

test("a minute later he is heard again, as if nothing had been", async () => {
  for (let n = 0; n < most + 5; n += 1) await send("liming", "你好");
  expect(await send("liming", "帮助")).toEqual({ duplicate: false, tooMany: true });
  now += MINUTE_MS;
  const heard = await city.person("李明").says("我的履职");
  expect(heard.at(-1)?.kind).toBe("figures.own-duty");
});

test("what a network delivers again uses nobody's measure up", async () => {
  for (let n = 0; n < most * 3; n += 1) await send("liming", "你好", `same-${n % 10}`);
  expect(await send("liming", "帮助")).toEqual({ duplicate: false });
});

test("a deputy who taps and writes as fast as people can is never held back", async () => {
  for (let n = 0; n < 300; n += 1) {
    now += 1_000;
    expect(await send("liming", "你好")).toEqual({ duplicate: false });
  }
});

test("strangers are answered once a day whatever they send, and always when they bring an opinion", async () => {
  const stranger = city.person("passer-by");
  expect(await stranger.says("你好")).toHaveLength(1);
  expect(await stranger.says("在吗")).toHaveLength(0);
  expect(await stranger.tapsId("nothing")).toHaveLength(0);
  expect((await stranger.says("黄连村二组路灯坏了三天"))[0]?.kind).toBe("report.card");
  expect((await city.person("other-one").says("0000000000"))[0]?.kind).toBe("account.refused");
});

test("over the web the page is told to keep the message, and files and nameless sessions have their measure", async () => {
  const { db } = city.database;
  const clock = () => city.now;
  const app = fastify();
  await app.register(webRoutes, {
    bot: "main",
    sessions: createSessions("main", {
      db,
      vault,
      log: silentLog,
      clock,
      policy,
      zone: "Asia/Shanghai",
      monotonic: () => now,
      running: [],
      wake: () => undefined,
    }),
    accept: city.service.accept,
    mailbox: createMailbox(db, vault, { clock, zone: "Asia/Shanghai" }, () => undefined),
    files: createFileStore(db, vault, { clock, zone: "Asia/Shanghai" }, limits.files),
    clock,
  });
  const enter = () => app.inject({ method: "POST", url: "/session", payload: {} });
  const lvzhi = (await enter()).cookies[0]?.value ?? "";
  const post = (id: number) =>
    app.inject({
      method: "POST",
      url: "/messages",
      payload: { id: `${id}`, text: "你好" },
      cookies: { lvzhi },
    });
  for (let n = 0; n < most; n += 1) expect((await post(n)).statusCode).toBe(202);
  const refused = await post(most);
  expect(refused.statusCode).toBe(429);
  expect(refused.headers["retry-after"]).toBe("60");
  expect(refused.json()).toMatchObject({
    error: "too-many",
    message: expect.stringContaining("请过一分钟再发"),
  });
  now += MINUTE_MS;
  expect((await post(most)).statusCode).toBe(202);

  const time = { clock: () => city.now, zone: "Asia/Shanghai" };
  const files = createFileStore(db, vault, time, limits.files);
  const file = { name: "a.png", type: "image/png", bytes: Buffer.from("x") };
  const unkept = { ...file, name: "no database takes a \u0000" };
  for (let n = 0; n < policy.limits.files_per_hour; n += 1)
    await expect(files.save("web:main:x", unkept)).rejects.toThrow();
  for (let n = 0; n < policy.limits.files_per_hour; n += 1)
    expect(await files.save("web:main:x", file)).toHaveProperty("id");
  expect(await files.save("web:main:x", file)).toBe("too-many");
  for (let n = 0; n < policy.limits.guests_per_hour; n += 1) await enter();
  expect((await enter()).statusCode).toBe(429);
  await app.close();
});

test("the demo, where anybody plays anybody on this machine, holds nobody back", () => {
  const demo = limitsOf(readConfig({}), policy, () => 0);
  for (let n = 0; n < 10_000; n += 1) expect(demo.messages.take("liming")).toBe("taken");
});
