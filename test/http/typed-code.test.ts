import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";

// On the office's computer a guest's tab stands open; somebody has copied its cookie and waits for a deputy to come.
let city: City;
let house: SessionHouse;
beforeAll(async () => {
  city = await openCity();
  house = await openSessionHouse(city);
});
afterAll(async () => {
  await house.close();
  await city.close();
});

const post = (path: string, body: object, cookie = "") =>
  fetch(`${house.url}/api/chat/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
const cookieOf = (answer: Response): string => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
const openGuest = async (): Promise<string> => cookieOf(await post("session", {}));
const look = async (cookie: string): Promise<number> =>
  (await fetch(`${house.url}/api/chat/messages`, { headers: { cookie } })).status;

/** Says or taps something, and waits for the answer. */
async function speak(cookie: string, said: { readonly text: string } | { readonly choice: string }) {
  const before = city.wire.sent.length;
  await post("messages", { id: randomUUID(), ...said }, cookie);
  const answers = () => city.wire.sent.slice(before).filter((one) => one.kind !== "help.privacy");
  await eventually(() => expect(answers()).not.toEqual([]));
  const [{ kind, text, choices } = { kind: "", text: "", choices: [] }] = answers();
  return { kind, text, choices };
}
const say = (cookie: string, text: string) => speak(cookie, { text });

const count = async (table: "accounts" | "code_attempts"): Promise<number> => {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from ${sql.identifier(table)}`,
  );
  return row?.n ?? 0;
};

test("a code typed there binds no cookie that somebody may have copied: he is told where, and there it works", async () => {
  const planted = await openGuest();
  const bound = await count("accounts");
  const code = await house.invite("李明");
  const refused = await say(planted, code);
  expect(refused.kind).toBe("account.refused");
  // The greeting asks for the code in the chat, where the page takes it: the answer must not forbid that.
  expect(refused.text).toContain("请核对后再发一次");
  expect(refused.text).toContain("「退出」");
  expect((await say(planted, `绑定 ${code}`)).kind).toBe("account.refused");
  expect(await count("accounts")).toBe(bound);
  const entered = await post("session", { code }, planted);
  expect(entered.status).toBe(201);
  expect(await Promise.all([planted, cookieOf(entered)].map(look))).toEqual([401, 200]);
});

test("right or wrong, a code hears the same there, and no guess is spent", async () => {
  const guest = await openGuest();
  const tried = await count("code_attempts");
  const right = await say(guest, await house.invite("王芳"));
  expect(await say(guest, "0000000000")).toEqual(right);
  expect(right.text).toContain("退出");
  expect(await count("code_attempts")).toBe(tried);
});

test("in a clerk's open session a deputy's code changes nothing: it is the clerk's as before", async () => {
  const clerk = await house.enter("刘敏");
  const bound = await count("accounts");
  expect((await say(clerk, `绑定 ${await house.invite("王芳")}`)).kind).toBe("account.refused");
  expect(await count("accounts")).toBe(bound);
  expect((await say(clerk, "我的登录")).kind).toBe("account.logins");
});

test("after 解绑 whoever holds the cookie is a guest, and finds nothing of what was told there", async () => {
  const clerk = await house.enter("刘敏");
  const told = await say(clerk, "统计 羊昌镇 走访 二季度");
  const [{ conversation } = { conversation: "" }] = await city.database.db.execute<{ conversation: string }>(
    sql`select conversation from accounts order by id desc limit 1`,
  );
  await city.database.db.execute(sql`
    insert into web_messages (conversation, seq, key, kind, body, at)
    values (${conversation}, 1, 'told', ${told.kind}, '\\x00'::bytea, now())`);
  const choice = (await say(clerk, "解绑")).choices[0]?.id ?? "";
  expect((await speak(clerk, { choice })).kind).toBe("account.unbound");
  const left = await fetch(`${house.url}/api/chat/messages`, { headers: { cookie: clerk } });
  expect([left.status, await left.json()]).toEqual([200, []]);
});
