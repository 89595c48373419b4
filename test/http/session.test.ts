import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { webRoutes } from "#bot/web/routes.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import { addressBlock, createSessions } from "#src/compose/sessions.ts";
import { invitePeople, revokePeople } from "#src/identify/invite.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";
import { silentLog } from "#test/support/silent-log.ts";

let city: City;
let app: FastifyInstance;
const vault = createVault(TEST_KEY);
beforeAll(async () => {
  city = await openCity();
  app = fastify();
  const { db } = city.database;
  const clock = () => city.now;
  await app.register(webRoutes, {
    bot: "main",
    sessions: createSessions("main", {
      db,
      vault,
      log: silentLog,
      clock,
      policy: readPolicy(),
      zone: "Asia/Shanghai",
      monotonic: () => city.now.getTime(),
      running: [],
      wake: () => undefined,
    }),
    accept: city.service.accept,
    mailbox: createMailbox(db, vault, { clock, zone: "Asia/Shanghai" }, () => undefined),
    files: createFileStore(db, vault, { clock, zone: "Asia/Shanghai" }),
    clock,
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await city.close();
});

const open = (payload: object, cookies: Record<string, string> = {}, remoteAddress = "10.0.0.1") =>
  app.inject({ method: "POST", url: "/session", payload, cookies, remoteAddress });

async function idOfLiMing(): Promise<number> {
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id::text from people where name = '李明'`,
  );
  return Number(row?.id);
}

async function inviteLiMing(): Promise<string> {
  const id = await idOfLiMing();
  const [code] = await city.database.db.transaction((tx) =>
    invitePeople(tx, vault, [id], city.now, randomBytes),
  );
  return code?.link ?? "";
}

const enter = async (): Promise<string> =>
  (await open({ code: await inviteLiMing() })).cookies[0]?.value ?? "";

const look = async (lvzhi: string, query = ""): Promise<number> =>
  (await app.inject({ method: "GET", url: `/messages${query}`, cookies: { lvzhi } })).statusCode;

const leave = async (lvzhi: string): Promise<number> =>
  (await app.inject({ method: "DELETE", url: "/session", cookies: { lvzhi } })).statusCode;

const countAccounts = async (): Promise<number> => {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from accounts where bot = 'main'`,
  );
  return row?.n ?? 0;
};

const later = (days: number): Date => new Date(city.now.getTime() + days * 86_400_000);

test("without a code somebody is a guest, with a cookie that no script reads", async () => {
  const answer = await open({});
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toEqual({ guest: true });
  expect(answer.headers["set-cookie"]).toMatch(/HttpOnly.*SameSite=Strict/u);
});

test("a code opens a session of its own, whatever cookie came with it, and once", async () => {
  const planted = (await open({})).cookies[0]?.value ?? "";
  const code = await inviteLiMing();
  const answer = await open({ code }, { lvzhi: planted });
  expect(answer.json()).toEqual({ guest: false, name: "李明" });
  expect(answer.cookies[0]?.value).not.toBe(planted);
  expect((await open({ code })).statusCode).toBe(401);
});

test("who leaves has left: a copied cookie opens nothing, at once and everywhere, and nobody is reached there", async () => {
  const cookie = await enter();
  expect(await look(cookie)).toBe(200);
  expect(await countAccounts()).toBeGreaterThan(0);
  const before = await countAccounts();
  const waiting = look(cookie, "?waitMs=1200");
  expect(await leave(cookie)).toBe(204);
  expect(await look(cookie)).toBe(401);
  expect(await waiting).toBe(401);
  expect(await countAccounts()).toBe(before - 1);
  expect(await leave(cookie)).toBe(204);
  const sent = await app.inject({
    method: "POST",
    url: "/messages",
    payload: { id: "1", text: "帮助" },
    cookies: { lvzhi: cookie },
  });
  expect(sent.statusCode).toBe(401);
});

test("whoever comes with a new code leaves the session that this browser had", async () => {
  const first = await enter();
  const again = await open({ code: await inviteLiMing() }, { lvzhi: first });
  expect(await look(first)).toBe(401);
  expect(await look(again.cookies[0]?.value ?? "")).toBe(200);
});

test("when the office takes somebody's account away, the sessions end with it", async () => {
  const [phone, desk] = [await enter(), await enter()];
  const guest = (await open({})).cookies[0]?.value ?? "";
  const id = await idOfLiMing();
  await city.database.db.transaction((tx) => revokePeople(tx, vault, [id], city.now));
  expect([await look(phone), await look(desk), await look(guest)]).toEqual([401, 401, 200]);
});

test("a code that the office takes away at the very moment it is shown opens nothing", async () => {
  const code = await inviteLiMing();
  const id = await idOfLiMing();
  const entered = await city.database.db.transaction(async (tx) => {
    await revokePeople(tx, vault, [id], city.now);
    const entering = open({ code });
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { entering };
  });
  expect((await entered.entering).statusCode).toBe(401);
  expect(await countAccounts()).toBe(0);
});

test("a session ends when it was not used for sixty days, and after half a year in any case", async () => {
  const start = city.now;
  const [idle, used] = [await enter(), (await open({})).cookies[0]?.value ?? ""];
  for (let month = 0; month < 5; month += 1) {
    city.now = later(31);
    expect(await look(used)).toBe(200);
  }
  expect(await look(idle)).toBe(401);
  city.now = later(26);
  expect(await look(used)).toBe(401);
  city.now = start;
});

test("the table of sessions opens nothing by itself", async () => {
  const cookie = await enter();
  const rows = await city.database.db.execute<{ all: string }>(sql`select s::text as all from sessions s`);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some((row) => row.all.includes(cookie))).toBe(false);
  expect(await look(cookie.slice(0, -1))).toBe(401);
});

test("fifty wrong codes from one address block close it to the right one for ten minutes, not to others", async () => {
  for (let at = 0; at < 50; at += 1) await open({ code: "0000000000" }, {}, `192.0.2.${at}`);
  const code = await inviteLiMing();
  expect((await open({ code }, {}, "192.0.2.200")).statusCode).toBe(401);
  expect((await open({ code }, {}, "198.51.100.7")).statusCode).toBe(201);
});

test.each([[{ persona: "liming" }], [{ code: 7 }]])("%j is refused in both languages", async (body) => {
  const answer = await open(body);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({
    message: expect.stringMatching(/[一-鿿]/u),
    detail: expect.any(String),
  });
});

test.each([
  ["203.0.113.9", "203.0.113"],
  ["::ffff:203.0.113.9", "203.0.113"],
  ["2001:db8:1:2::3", "2001:db8:1"],
])("%s lies in block %s", (ip, block) => {
  expect(addressBlock(ip)).toBe(block);
});
