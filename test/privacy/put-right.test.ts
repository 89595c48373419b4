import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { takeCopy } from "#test/support/own-copy.ts";

// A deputy, a resident and staff have put right what is kept about them; the office answers each.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const vault = createVault(TEST_KEY);
const actions = async (): Promise<string[]> => {
  const rows = await city.database.db.execute<{ line: string }>(sql`
    select p.name || ' ' || a.action as line from audit a join people p on p.id = a.actor_id
    where a.action like 'correction.%' order by a.id`);
  return rows.map((row) => row.line);
};

test("a deputy whose telephone is wrong says so, and the office is told that somebody waits", async () => {
  const office = city.person("孙丽");
  const [asked] = await city.person("李明").says("更正我的电话 13900001111");
  expect(asked?.kind).toBe("data.correction-asked");
  expect(asked?.text).toContain("更正我的电话 13900001111");
  const told = office.heard().find((one) => one.kind === "data.correction-waits");
  expect(told?.text).toContain("李明");
  expect(told?.text).not.toContain("13900001111");
});

test("what is wished for is sealed in the database, and an identity number is kept nowhere", async () => {
  await city.person("王芳").says("更正我的姓名 应为王方,身份证52011219900307451X");
  const rows = await city.database.db.execute<{ wish: Buffer; found: boolean }>(sql`
    select wish, encode(wish, 'escape') like '%13900001111%' found from corrections order by id`);
  expect(rows.map((row) => row.found)).toEqual([false, false]);
  expect(vault.open(rows[0]?.wish ?? Buffer.alloc(0))).toContain("13900001111");
  expect(vault.open(rows[1]?.wish ?? Buffer.alloc(0))).toBe("更正我的姓名 应为王方,身份证〔身份证号〕");
});

test("the office reads it, which stands in the audit, and its answer reaches the deputy with his own words", async () => {
  const office = city.person("孙丽");
  const [list] = await office.says("更正申请");
  expect(list?.text).toContain("13900001111");
  const [done] = await office.says("答复更正 1 名册里已改为新号码");
  expect(done?.text).toContain("李明");
  const came = city.person("李明").heard().at(-1);
  expect(came?.kind).toBe("data.correction-came");
  expect(came?.text).toContain("名册里已改为新号码");
  expect(came?.text).toContain("13900001111");
  expect(await actions()).toEqual([
    "李明 correction.ask",
    "王芳 correction.ask",
    "孙丽 correction.read",
    "孙丽 correction.read",
    "孙丽 correction.answer",
  ]);
});

test("it is answered once, never without words, and never by whom it is about", async () => {
  const office = city.person("孙丽");
  expect((await office.says("答复更正 1 又一次"))[0]?.kind).toBe("data.refused");
  expect((await office.says("答复更正 2"))[0]?.text).toContain("请写上结果");
  await office.says("更正我的姓名 应为孙莉");
  expect((await office.says("更正申请"))[0]?.text).not.toContain("孙莉");
  expect((await office.says("答复更正 3 已改好"))[0]?.kind).toBe("data.refused");
});

test("a resident may have it put right too, and no clerk of another place reads it", async () => {
  const resident = city.person("居民甲");
  await resident.says("黄连村二组路灯坏了三天");
  await resident.says("对");
  await resident.says("更正我的联系方式 我的电话是13700002222");
  const [list] = await city.person("孙丽").says("更正申请");
  expect(list?.text).toContain("群众");
  expect((await city.person("赵勇").says("更正申请"))[0]?.text).not.toContain("13700002222");
  await city.person("孙丽").says("答复更正 4 已改好");
  expect(resident.heard().at(-1)?.text).toContain("已改好");
});

test("the wish and its answer are in the copy that the deputy takes along", async () => {
  const { data: copy } = await takeCopy(city, "李明", "liming");
  expect(copy["更正申请"]).toEqual([
    expect.objectContaining({ 申请: "更正我的电话 13900001111", 答复: "名册里已改为新号码" }),
  ]);
  expect(JSON.stringify(copy["聊天原文"])).toContain("导出我的数据");
});

test("and in nobody else's: what the office was shown of it is not in the copy of whoever read it", async () => {
  const { parts } = await takeCopy(city, "孙丽", "officer");
  expect([...parts.values()].join("\n")).not.toContain("13900001111");
});

test("更正 on an open card still corrects the card", async () => {
  const chen = city.person("陈建国");
  await chen.says("昨天走访黄连村12户");
  const [card] = await chen.says("更正:是15户");
  expect(card?.text).toContain("15户");
});

test("what waits to be put right stands in the office's 待办 until it is answered, and in nobody else's", async () => {
  await city.person("李明").says("更正我的电话 13900009999");
  const resident = city.person("居民甲");
  await resident.says("更正我的联系方式 我的电话是13700003333");
  const todo = async (name: string): Promise<string> => (await city.person(name).says("待办"))[0]?.text ?? "";
  const text = await todo("孙丽");
  // 王芳's of the beginning waits longest; the officer's own is not hers to answer.
  expect(text).toContain("更正本人数据的申请3件：编号2 王芳 11月20日。说：更正申请");
  expect(text).toContain("答复更正 2 已改好");
  expect(text).not.toContain("13900009999");
  for (const other of ["刘敏", "赵勇", "何志远", "李明"]) expect(await todo(other)).not.toContain("更正");
  await city.person("孙丽").says("答复更正 2 已改好");
  const next = await todo("孙丽");
  expect(next).toContain("更正本人数据的申请2件：编号5 李明 11月20日");
  await city.person("孙丽").says("答复更正 5 已改好");
  expect(await todo("孙丽")).toContain("更正本人数据的申请1件：编号6 群众 11月20日");
});
