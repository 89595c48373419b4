import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInSchema } from "#src/domain/check-in.ts";
import { type City, openCity } from "#test/support/city.ts";

// The demo's activity of 羊昌镇 begins at 09:30 on Wednesday 23 September 2026.
let city: City;
let number: string;
const clerk = () => city.person("刘敏");
const deputy = (name: string) => city.person(name);
const clock = (time: string) => {
  city.now = new Date(`2026-09-23T${time}+08:00`);
};
beforeAll(async () => {
  city = await openCity();
  const [row] = await city.database.db.execute<{ number: string }>(sql`
    select a.number from activities a join orgs o on o.id = a.org_id
    where o.name = '羊昌镇代表小组' and a.starts_at > '2026-09-20' and a.state = 'planned'`);
  number = row?.number ?? "";
});
afterAll(() => city.close());

const codeShown = async (): Promise<string> => {
  const [shown] = await clerk().says(`签到码 ${number}`);
  return /签到码：(?<code>\d{4})/u.exec(shown?.text ?? "")?.groups?.["code"] ?? "";
};
const seats = async () => {
  const rows = await city.database.db.execute<{ name: string; status: string; came: boolean }>(sql`
    select p.name, t.status, t.checked_in_at is not null came from attendances t join people p on p.id = t.person_id
      join activities a on a.id = t.activity_id where a.number = ${number} order by p.name`);
  return new Map(rows.map((row) => [row.name, row]));
};
/** A code that is none of the three that hold. */
const wrongBeside = (code: string): string => String((Number(code) + 1) % 10_000).padStart(4, "0");

test("no code is shown the day before, nor to anybody but the staff who look after it", async () => {
  const [early] = await clerk().says(`签到码 ${number}`);
  expect(early?.text).toContain("还不能签到");
  clock("09:20:00");
  expect((await deputy("李明").says(`签到码 ${number}`))[0]?.text).not.toMatch(/\d{4}秒|签到码：/u);
  expect((await deputy("赵勇").says(`签到码 ${number}`))[0]?.text).not.toContain("签到码：");
});

test("the code changes every minute, and nobody can tell the next from it", async () => {
  clock("09:20:10");
  const first = await codeShown();
  expect(first).toMatch(/^\d{4}$/u);
  clock("09:20:50");
  expect(await codeShown()).toBe(first);
  const codes = [first];
  for (let minute = 21; minute < 29; minute += 1) {
    clock(`09:${minute}:10`);
    codes.push(await codeShown());
  }
  expect(new Set(codes).size).toBeGreaterThan(7);
});

test("a deputy checks in with it, once; the register stays as it is", async () => {
  clock("09:30:10");
  const code = await codeShown();
  expect((await deputy("李明").says(`签到 ${code}`))[0]?.text).toContain("签到收到");
  expect((await deputy("李明").says(`签到${code}`))[0]?.text).toContain("已经签到过");
  expect((await seats()).get("李明")).toMatchObject({ status: "expected", came: true });
});

test("the code just before still holds, the one before that does not", async () => {
  clock("09:31:10");
  const code = await codeShown();
  clock("09:32:50");
  expect((await deputy("王芳").says(`签到 ${code}`))[0]?.text).toContain("签到收到");
  clock("09:33:10");
  expect((await deputy("陈建国").says(`签到 ${code}`))[0]?.text).toContain("这个码不对");
  expect((await seats()).get("陈建国")).toMatchObject({ came: false });
});

test("wrong codes are tried five times and no more, and the right one does not help then", async () => {
  clock("09:40:10");
  const code = await codeShown();
  const wrong = wrongBeside(code);
  for (let tries = 0; tries < 4; tries += 1) await deputy("罗文军").says(`签到 ${wrong}`);
  const [last] = await deputy("罗文军").says(`签到 ${wrong}`);
  expect(last?.text).toContain("不能再试");
  expect((await deputy("罗文军").says(`签到 ${code}`))[0]?.text).toContain("告诉会场的工作人员");
  expect((await seats()).get("罗文军")).toMatchObject({ came: false });
});

test("somebody of another group has nothing to check in to, and 签到 alone says how", async () => {
  const code = await codeShown();
  clock("08:00:00");
  expect((await deputy("李明").says(`签到 ${code}`))[0]?.text).toContain("没有正在签到的活动");
  expect((await deputy("李明").says("签到"))[0]?.text).toContain("不签到也行");
});

test("staff take it over with a yes, name the others, and may say otherwise", async () => {
  clock("12:00:00");
  const [shown] = await clerk().says(`签到码 ${number}`);
  expect(shown?.text).toContain("已签到2人：李明、王芳");
  const [card] = await clerk().says(`到会 ${number} 按签到 王芳缺席`);
  expect(card?.text).toContain("到会1人：李明");
  expect(card?.text).toContain("缺席1人：王芳");
  expect(card?.text).toContain("待登记3人");
  await clerk().says("对");
  const [open] = await clerk().says(`定稿 ${number}`);
  expect(open?.text).toContain("还没定稿");
  await clerk().says(`到会 ${number} 罗文军、陈建国、杨秀英到会`);
  await clerk().says("对");
  const after = await seats();
  expect([...after.values()].filter((one) => one.status === "present")).toHaveLength(4);
});

test("where a district does not want it, there is none", async () => {
  const { readPolicy } = await import("#test/support/policy.ts");
  const { BOUNDLESS } = await import("#src/kernel/allowance.ts");
  const other = await openCity("2026-09-23T09:20:00+08:00", BOUNDLESS, () => [], {
    policy: readPolicy({ check_in: { offered: false } }),
  });
  try {
    expect((await other.person("李明").says("签到 1234"))[0]?.text).toContain("不用签到码");
  } finally {
    await other.close();
  }
});

test("a district that says nothing of it has none", () => {
  expect(checkInSchema.parse({}).offered).toBe(false);
});

test("the code alone checks in, and is wanted in any words by the staff who look after it", async () => {
  clock("09:25:00");
  const wanted = await clerk().says("把今天活动的签到码给我");
  expect(wanted.map((one) => one.text).join("\n")).toContain(number);
  await clerk().says(number);
  const [shown] = await clerk().says("签到码发一下");
  const code = /签到码：(?<code>\d{4})/u.exec(shown?.text ?? "")?.groups?.["code"] ?? "";
  const [done] = await deputy("杨秀英").says(code);
  expect(done?.kind).toBe("check-in.answer");
  expect((await seats()).get("杨秀英")?.came).toBe(true);
});
