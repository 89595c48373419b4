import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authenticator } from "#test/support/authenticator.ts";
import { type City, openCity } from "#test/support/city.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";

// 刘敏 looks after the deputies of a township and reads what others wrote: at the web chat a code is not enough.
let city: City;
let house: SessionHouse;
beforeAll(async () => {
  city = await openCity();
  house = await openSessionHouse(city);
});
beforeEach(() => {
  city.now = new Date(city.now.getTime() + 3_600_000);
});
afterAll(async () => {
  await house.close();
  await city.close();
});

type Answer = {
  readonly status: number;
  readonly cookie: string;
  readonly factor?: string;
  readonly secret?: string;
  readonly address?: string;
  readonly squares?: readonly string[];
  readonly error?: string;
};
async function show(body: object): Promise<Answer> {
  const answer = await fetch(`${house.url}/api/chat/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { status: answer.status, cookie, ...((await answer.json()) as object) };
}
const look = async (cookie: string): Promise<number> =>
  (await fetch(`${house.url}/api/chat/messages`, { headers: { cookie } })).status;
const soon = (seconds: number): void => {
  city.now = new Date(city.now.getTime() + seconds * 1_000);
};
const audited = async (action: string): Promise<number> => {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from audit where action = ${action}`,
  );
  return row?.n ?? 0;
};

let secret = "";
const number = (): string => authenticator(secret, city.now);

test("a clerk sets an authenticator up at the first entrance, and is in with its number and the same code", async () => {
  const code = await house.invite("刘敏");
  const wish = await show({ code });
  expect(wish).toMatchObject({ status: 200, cookie: "", factor: "set-up" });
  expect(wish.secret).toMatch(/^[A-Z2-7]{32}$/u);
  expect(wish.address).toContain(`secret=${wish.secret}`);
  expect(wish.squares?.every((row) => /^[01]+$/u.test(row) && row.length === wish.squares?.length)).toBe(
    true,
  );
  secret = wish.secret ?? "";
  expect(await show({ code, factor: "000000" })).toMatchObject({ status: 401, error: "bad-factor" });
  const entered = await show({ code, factor: `${number().slice(0, 3)} ${number().slice(3)}` });
  expect(entered).toMatchObject({ status: 201, name: "刘敏" });
  expect(await look(entered.cookie)).toBe(200);
  expect(await audited("factor.set-up")).toBe(1);
});

test("at every later entrance the number is wanted besides the code, and no secret is shown again", async () => {
  const code = await house.invite("刘敏");
  const wish = await show({ code });
  expect(wish).toMatchObject({ status: 200, factor: "number" });
  expect(wish).not.toHaveProperty("secret");
  expect((await show({ code, factor: number() })).status).toBe(201);
  expect((await show({ code, factor: number() })).status).toBe(401);
});

test("a number works once, in its half minute and the ones beside it", async () => {
  const [first, second] = [await house.invite("刘敏"), number()];
  expect((await show({ code: first, factor: second })).status).toBe(201);
  const code = await house.invite("刘敏");
  expect(await show({ code, factor: second })).toMatchObject({ error: "bad-factor" });
  const old = number();
  soon(90);
  expect(await show({ code, factor: old })).toMatchObject({ error: "bad-factor" });
  expect((await show({ code, factor: number() })).status).toBe(201);
});

test("after five wrong numbers even the right one waits ten minutes, with the same answer", async () => {
  const code = await house.invite("刘敏");
  for (let at = 0; at < 5; at += 1)
    expect(await show({ code, factor: `00000${at}` })).toMatchObject({ error: "bad-factor" });
  expect(await show({ code, factor: number() })).toMatchObject({ status: 401, error: "bad-factor" });
  soon(660);
  expect((await show({ code, factor: number() })).status).toBe(201);
});

test("a wrong code says the same whatever number comes with it", async () => {
  for (const factor of [undefined, number()])
    expect(await show({ code: "0000000000", factor })).toMatchObject({ status: 401, error: "bad-code" });
});

test("a secret that nobody confirmed is worth nothing once another was shown", async () => {
  const code = await house.invite("赵勇");
  const seen = await show({ code });
  const mine = await show({ code });
  expect(seen.secret).not.toBe(mine.secret);
  expect(await show({ code, factor: authenticator(seen.secret ?? "", city.now) })).toMatchObject({
    error: "bad-factor",
  });
  expect((await show({ code, factor: authenticator(mine.secret ?? "", city.now) })).status).toBe(201);
});

test("a deputy comes in with the code alone, as the policy says", async () => {
  expect((await show({ code: await house.invite("李明") })).status).toBe(201);
});

test("a deputy who wants one says so, and sets it up at his next entrance", async () => {
  const deputy = city.person("陈建国");
  const [next] = await deputy.says("双重验证");
  expect(next?.text).toContain("下次用绑定码进网页聊天");
  expect(next?.text).not.toMatch(/[A-Z2-7]{16}/u);
  const code = await house.invite("陈建国");
  const wish = await show({ code });
  expect(wish.factor).toBe("set-up");
  expect((await show({ code, factor: authenticator(wish.secret ?? "", city.now) })).status).toBe(201);
  expect((await deputy.says("动态口令"))[0]?.text).toContain("已经设好了");
  expect((await show({ code: await house.invite("陈建国") })).factor).toBe("number");
  expect(await audited("factor.want")).toBe(1);
});

test("who is made a clerk comes in anew: a session without a number is one of a deputy", async () => {
  const cookie = (await show({ code: await house.invite("王芳") })).cookie;
  expect(await look(cookie)).toBe(200);
  await city.database.db.execute(sql`
    insert into staff_roles (person_id, org_id, role, valid_from)
    select p.id, r.org_id, 'township_clerk', '2026-01-01' from people p, staff_roles r
    where p.name = '王芳' and r.person_id = (select id from people where name = '刘敏') limit 1`);
  expect(await look(cookie)).toBe(401);
});

test("whoever lost the telephone goes to those who give codes: they take the old one away, and a new one is set up", async () => {
  const office = city.person("孙丽");
  await office.says("解绑 刘敏");
  await office.says("对");
  const wish = await show({ code: await house.invite("刘敏") });
  expect(wish).toMatchObject({ factor: "set-up" });
  expect(wish.secret).not.toBe(secret);
});

test("the secret lies sealed in the database, and in no message", async () => {
  const rows = await city.database.db.execute<{ hex: string }>(
    sql`select encode(secret, 'hex') hex from second_factors`,
  );
  for (const { hex } of rows) expect(hex.length / 2).toBe(20 + 29);
  const [kept] = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from outbox where kind like 'factor%'`,
  );
  expect(kept?.n).toBe(0);
});
