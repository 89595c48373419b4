import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "#test/support/desk.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

// 刘敏 has an authenticator. Somebody has got hold of a code of hers and types it into a chat of his own.
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.enter("刘敏");
  desk.later(60);
});
afterAll(() => desk.close());

const person = (name: string) => desk.city.person(name);
const boundTo = async (name: string): Promise<number> => {
  const [row] = await desk.city.database.db.execute<{ n: number }>(sql`
    select count(*)::int n from accounts a join people p on p.id = a.person_id where p.name = ${name}`);
  return row?.n ?? 0;
};

test("a code alone ties no chat to her: the number on her telephone is wanted, and no name is told", async () => {
  const before = await boundTo("刘敏");
  const asked = await answerTo(person("陌生人"), await desk.invite("刘敏"));
  expect(asked).toContain("6位数字");
  expect(asked).not.toContain("刘敏");
  expect(await answerTo(person("陌生人"), "000000")).toContain("不对");
  expect(await boundTo("刘敏")).toBe(before);
  expect((await person("陌生人").says("我的履职"))[0]?.kind).toBe("help.refused");
});

test("with the number that her telephone shows it is bound, and with the same code", async () => {
  const number = desk.number("刘敏");
  const bound = await answerTo(person("陌生人"), `${number.slice(0, 3)} ${number.slice(3)}`);
  expect(bound).toContain("刘敏,您好".replace(",", "\uff0c"));
  expect((await person("陌生人").says("我的登录"))[0]?.kind).toBe("account.logins");
});

test("a number is only heard as one within ten minutes of the code that wanted it", async () => {
  await person("居民").says(await desk.invite("刘敏"));
  desk.later(11);
  const before = await boundTo("刘敏");
  await person("居民").says(desk.number("刘敏"));
  expect(await boundTo("刘敏")).toBe(before);
});

test("who tries five numbers is slowed down like anywhere, and she hears of it where she is bound", async () => {
  await person("居民").says(await desk.invite("刘敏"));
  for (let at = 0; at < 5; at += 1) expect(await answerTo(person("居民"), `99999${at}`)).toContain("不对");
  expect(await answerTo(person("居民"), desk.number("刘敏"))).toContain("不对");
  expect(heardOf(person("刘敏"), "account.numbers-guessed")).toHaveLength(1);
});

test("a deputy without an authenticator is bound by the code alone, as ever", async () => {
  expect(await answerTo(person("居民"), await desk.invite("王芳"))).toContain("王芳");
});

test("who lost the telephone is let in again by whoever gives codes, who shows a number for it", async () => {
  const office = await desk.enter("孙丽");
  desk.later(20);
  for (const wish of ["解绑 刘敏", "绑定码 刘敏"])
    expect((await desk.say(office, wish)).kind).toBe("account.factor-asked");
  expect(await desk.prove(office, desk.number("孙丽"))).toBe(204);
  for (const said of ["解绑 刘敏", "对", "绑定码 刘敏"]) await desk.say(office, said);
  const { text } = await desk.say(office, "对");
  const code = /\w{5}-\w{5}/u.exec(text)?.[0] ?? "";
  expect(await answerTo(person("陌生人"), code)).toContain("刘敏");
});

// Whoever says 退出 in the evening is bound nowhere any more, and loses the telephone at night.
test("who is bound nowhere and lost the telephone is let in again, too; an open code is void with it", async () => {
  const db = desk.city.database.db;
  const mine = sql`person_id = (select id from people where name = '刘敏')`;
  await desk.enter("刘敏");
  await db.execute(sql`delete from accounts where ${mine}`);
  const found = await desk.invite("刘敏");
  const office = person("孙丽");
  const asked = await answerTo(office, "解绑 刘敏");
  expect(asked).toContain("刘敏(羊昌镇)");
  expect(asked).not.toContain("0个");
  expect(await answerTo(office, "对")).toContain("作废");
  expect(await answerTo(person("陌生人"), found)).toContain("不能用");
  expect(await answerTo(person("陌生人"), await desk.invite("刘敏"))).toContain("认得您");
  await db.execute(sql`delete from accounts where ${mine}`);
  expect(await answerTo(office, "解绑 刘敏")).toContain("没有绑定任何账号");
});
