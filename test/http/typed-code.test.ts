import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieOf, type Desk, openDesk } from "#test/support/desk.ts";

// On the office's computer a guest's tab stands open; somebody has copied its cookie and waits for a deputy to come.
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const count = async (table: "accounts" | "code_attempts"): Promise<number> => {
  const [row] = await desk.city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from ${sql.identifier(table)}`,
  );
  return row?.n ?? 0;
};

test("a code typed there binds no cookie that somebody may have copied: he is told where, and there it works", async () => {
  const planted = await desk.openGuest();
  const bound = await count("accounts");
  const code = await desk.invite("李明");
  const refused = await desk.say(planted, code);
  expect(refused.kind).toBe("account.refused");
  // The greeting asks for the code in the chat, where the page takes it: the answer must not forbid that.
  expect(refused.text).toContain("请核对后再发一次");
  expect(refused.text).toContain("「退出」");
  expect((await desk.say(planted, `绑定 ${code}`)).kind).toBe("account.refused");
  expect(await count("accounts")).toBe(bound);
  const entered = await desk.post("session", { code }, planted);
  expect(entered.status).toBe(201);
  expect(await Promise.all([planted, cookieOf(entered)].map(desk.look))).toEqual([401, 200]);
});

test("right or wrong, a code hears the same there, and no guess is spent", async () => {
  const guest = await desk.openGuest();
  const tried = await count("code_attempts");
  const right = await desk.say(guest, await desk.invite("王芳"));
  expect(await desk.say(guest, "0000000000")).toEqual(right);
  expect(right.text).toContain("退出");
  expect(await count("code_attempts")).toBe(tried);
});

test("in a clerk's open session a deputy's code changes nothing: it is the clerk's as before", async () => {
  const clerk = await desk.enter("刘敏");
  const bound = await count("accounts");
  expect((await desk.say(clerk, `绑定 ${await desk.invite("王芳")}`)).kind).toBe("account.refused");
  expect(await count("accounts")).toBe(bound);
  expect((await desk.say(clerk, "我的登录")).kind).toBe("account.logins");
});

test("after 解绑 whoever holds the cookie is a guest, and finds nothing of what was told there", async () => {
  const clerk = await desk.enter("刘敏");
  const told = await desk.say(clerk, "统计 羊昌镇 走访 二季度");
  const [{ conversation } = { conversation: "" }] = await desk.city.database.db.execute<{
    conversation: string;
  }>(sql`select conversation from accounts order by id desc limit 1`);
  await desk.city.database.db.execute(sql`
    insert into web_messages (conversation, seq, key, kind, body, at)
    values (${conversation}, 1, 'told', ${told.kind}, '\\x00'::bytea, now())`);
  const choice = (await desk.say(clerk, "解绑")).choices[0]?.id ?? "";
  expect((await desk.tap(clerk, choice)).kind).toBe("account.unbound");
  const left = await fetch(`${desk.url}/api/chat/messages`, { headers: { cookie: clerk } });
  expect([left.status, await left.json()]).toEqual([200, []]);
});
