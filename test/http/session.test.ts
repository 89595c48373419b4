import { randomBytes } from "node:crypto";
import cookie from "@fastify/cookie";
import { sql } from "drizzle-orm";
import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionRoutes } from "#bot/web/sessions.ts";
import { createVault } from "#db/vault.ts";
import { addressBlock, signedSessions } from "#src/compose/sessions.ts";
import { invitePeople } from "#src/identify/invite.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { silentLog } from "#test/support/silent-log.ts";

let city: City;
let app: FastifyInstance;
const vault = createVault(TEST_KEY);
beforeAll(async () => {
  city = await openCity();
  app = fastify();
  await app.register(cookie);
  const { db } = city.database;
  const sessions = signedSessions(TEST_KEY, { db, vault, log: silentLog, clock: () => city.now });
  sessionRoutes(app, { bot: "main", sessions });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await city.close();
});

const open = (payload: object, cookies: Record<string, string> = {}, remoteAddress = "10.0.0.1") =>
  app.inject({ method: "POST", url: "/session", payload, cookies, remoteAddress });

async function inviteLiMing(): Promise<string> {
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id::text from people where name = '李明'`,
  );
  const [code] = await city.database.db.transaction((tx) =>
    invitePeople(tx, vault, [Number(row?.id)], city.now, randomBytes),
  );
  return code?.link ?? "";
}

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
