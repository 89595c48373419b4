import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authenticator } from "#test/support/authenticator.ts";
import { type Desk, openDesk } from "#test/support/desk.ts";

// 刘敏 looks after the deputies of a township and reads what others wrote: at the web chat a code is not enough.
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.later(60));
afterAll(() => desk.close());

const audited = async (action: string): Promise<number> => {
  const [row] = await desk.city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from audit where action = ${action}`,
  );
  return row?.n ?? 0;
};

let secret = "";
const number = (): string => authenticator(secret, desk.city.now);

test("a clerk sets an authenticator up at the first entrance, and is in with its number and the same code", async () => {
  const code = await desk.invite("刘敏");
  const wish = await desk.show(code);
  expect(wish).toMatchObject({ status: 200, cookie: "", factor: "set-up" });
  expect(wish.secret).toMatch(/^[A-Z2-7]{32}$/u);
  expect(wish.address).toContain(`secret=${wish.secret}`);
  expect(wish.squares?.every((row) => /^[01]+$/u.test(row) && row.length === wish.squares?.length)).toBe(
    true,
  );
  secret = wish.secret ?? "";
  expect(await desk.show(code, "000000")).toMatchObject({ status: 401, error: "bad-factor" });
  const entered = await desk.show(code, `${number().slice(0, 3)} ${number().slice(3)}`);
  expect(entered).toMatchObject({ status: 201, name: "刘敏" });
  expect(await desk.look(entered.cookie)).toBe(200);
  expect(await audited("factor.set-up")).toBe(1);
});

test("at every later entrance the number is wanted besides the code, and no secret is shown again", async () => {
  const code = await desk.invite("刘敏");
  const wish = await desk.show(code);
  expect(wish).toMatchObject({ status: 200, factor: "number" });
  expect(wish).not.toHaveProperty("secret");
  expect((await desk.show(code, number())).status).toBe(201);
  expect((await desk.show(code, number())).status).toBe(401);
});

test("a number works once, in its half minute and the ones beside it", async () => {
  const [first, second] = [await desk.invite("刘敏"), number()];
  expect((await desk.show(first, second)).status).toBe(201);
  const code = await desk.invite("刘敏");
  expect(await desk.show(code, second)).toMatchObject({ error: "bad-factor" });
  const old = number();
  desk.later(1.5);
  expect(await desk.show(code, old)).toMatchObject({ error: "bad-factor" });
  expect((await desk.show(code, number())).status).toBe(201);
});

test("after five wrong numbers even the right one waits ten minutes, with the same answer", async () => {
  const code = await desk.invite("刘敏");
  for (let at = 0; at < 5; at += 1)
    expect(await desk.show(code, `00000${at}`)).toMatchObject({ error: "bad-factor" });
  expect(await desk.show(code, number())).toMatchObject({ status: 401, error: "bad-factor" });
  desk.later(11);
  expect((await desk.show(code, number())).status).toBe(201);
});

test("a wrong code says the same whatever number comes with it", async () => {
  for (const factor of [undefined, number()])
    expect(await desk.show("0000000000", factor)).toMatchObject({ status: 401, error: "bad-code" });
});

test("a secret that nobody confirmed is worth nothing once another was shown", async () => {
  const code = await desk.invite("赵勇");
  const seen = await desk.show(code);
  const mine = await desk.show(code);
  expect(seen.secret).not.toBe(mine.secret);
  expect(await desk.show(code, authenticator(seen.secret ?? "", desk.city.now))).toMatchObject({
    error: "bad-factor",
  });
  expect((await desk.show(code, authenticator(mine.secret ?? "", desk.city.now))).status).toBe(201);
});

test("a deputy comes in with the code alone, as the policy says", async () => {
  expect((await desk.show(await desk.invite("李明"))).status).toBe(201);
});

test("a deputy who wants one says so, and sets it up at his next entrance", async () => {
  const deputy = desk.city.person("陈建国");
  const [next] = await deputy.says("双重验证");
  expect(next?.text).toContain("下次用绑定码进网页聊天");
  expect(next?.text).not.toMatch(/[A-Z2-7]{16}/u);
  const code = await desk.invite("陈建国");
  const wish = await desk.show(code);
  expect(wish.factor).toBe("set-up");
  expect((await desk.show(code, authenticator(wish.secret ?? "", desk.city.now))).status).toBe(201);
  expect((await deputy.says("动态口令"))[0]?.text).toContain("已经设好了");
  expect((await desk.show(await desk.invite("陈建国"))).factor).toBe("number");
  expect(await audited("factor.want")).toBe(1);
});

test("who is made a clerk comes in anew: a session without a number is one of a deputy", async () => {
  const cookie = (await desk.show(await desk.invite("王芳"))).cookie;
  expect(await desk.look(cookie)).toBe(200);
  await desk.city.database.db.execute(sql`
    insert into staff_roles (person_id, org_id, role, valid_from)
    select p.id, r.org_id, 'township_clerk', '2026-01-01' from people p, staff_roles r
    where p.name = '王芳' and r.person_id = (select id from people where name = '刘敏') limit 1`);
  expect(await desk.look(cookie)).toBe(401);
});

test("whoever lost the telephone goes to those who give codes: they take the old one away, and a new one is set up", async () => {
  const office = desk.city.person("孙丽");
  await office.says("解绑 刘敏");
  await office.says("对");
  const wish = await desk.show(await desk.invite("刘敏"));
  expect(wish).toMatchObject({ factor: "set-up" });
  expect(wish.secret).not.toBe(secret);
});

test("the secret lies sealed in the database, and in no message", async () => {
  const rows = await desk.city.database.db.execute<{ hex: string }>(
    sql`select encode(secret, 'hex') hex from second_factors`,
  );
  for (const { hex } of rows) expect(hex.length / 2).toBe(20 + 29);
  const [kept] = await desk.city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from outbox where kind like 'factor%'`,
  );
  expect(kept?.n).toBe(0);
});
