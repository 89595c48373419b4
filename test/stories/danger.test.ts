import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { type City, openCity } from "#test/support/city.ts";

// In the quiet hours: whatever is heard now is heard because of the danger.
let city: City;
beforeEach(async () => {
  city = await openCity("2026-09-16T23:00:00+08:00");
});
afterEach(() => city.close());

const DANGER = "黄连村二组电线掉在路上还带电,有人差点触电";
const warnings = (name: string): readonly OutboundMessage[] =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "on-call.danger");
const report = async (name: string, said: string): Promise<string> => {
  const [card] = await city.person(name).says(said);
  await city.person(name).says("对");
  return card?.text ?? "";
};

test("whoever tells of danger reads at once whom to call, before anything is confirmed", async () => {
  const [card] = await city.person("居民").says(DANGER);
  expect(card?.text).toContain("110、119或120");
});

test("by night, the clerk of the place hears of it who is on call, and nobody else", async () => {
  for (const name of ["刘敏", "赵勇"]) await city.person(name).says("值班 开");
  await report("居民", DANGER);
  expect(warnings("刘敏")).toHaveLength(1);
  expect(warnings("刘敏")[0]?.text).toContain("黄连村二组电线掉在路上");
  for (const name of ["赵勇", "孙丽", "何志远"]) expect(warnings(name)).toEqual([]);
});

test.each([
  ["昨天去平寨村看了7户,老乡说村口那座桥护栏断了", "地点：平寨村村口"],
  ["昨天走访石头村7户,群众反映电线掉下来还带电", "地点：石头村"],
])("%s: who is on call reads in which village", async (said, where) => {
  await city.person("刘敏").says("值班 开");
  await report("李明", said);
  expect(warnings("刘敏")[0]?.text).toContain(where);
});

test("what a deputy brings names the deputy", async () => {
  await city.person("刘敏").says("值班 开");
  await report("李明", `今天走访黄连村12户,群众反映${DANGER}`);
  expect(warnings("刘敏")[0]?.text).toContain("李明代表反映的事可能有危险");
});

test("danger at no known place goes to the office that looks after everything", async () => {
  for (const name of ["刘敏", "孙丽"]) await city.person(name).says("值班 开");
  await report("居民", "房子要塌了,里面还住着老人");
  expect(warnings("孙丽")).toHaveLength(1);
  expect(warnings("刘敏")).toEqual([]);
});

test("after 值班 关 the night is quiet again, and 值班 says which it is", async () => {
  const clerk = city.person("刘敏");
  expect((await clerk.says("值班"))[0]?.text).toContain("现在没有值班");
  expect((await clerk.taps("开始值班"))[0]?.text).toContain("值班开了");
  expect((await clerk.says("值班"))[0]?.text).toContain("您在值班");
  expect((await clerk.says("值班 关"))[0]?.text).toContain("值班关了");
  await report("居民", DANGER);
  expect(warnings("刘敏")).toEqual([]);
});

test("whoever has left the role is not called any more", async () => {
  await city.person("刘敏").says("值班 开");
  await city.database.db.execute(sql`update staff_roles set valid_to = '2026-09-15'
    where person_id = (select id from people where name = '刘敏')`);
  await report("居民", DANGER);
  expect(warnings("刘敏")).toEqual([]);
});

test("a deputy's 值班 at the station is duty, to be filed", async () => {
  const [card] = await city.person("李明").says("值班 昨天在联络站值班半天");
  expect(card?.kind).toBe("report.card");
});

test("by day, with nobody on call, the clerk of the place and the office hear of it at once", async () => {
  city.now = new Date("2026-09-17T08:30:00+08:00");
  await report("居民", DANGER);
  for (const name of ["刘敏", "孙丽"]) {
    expect(warnings(name)).toHaveLength(1);
    expect(warnings(name)[0]?.text).toContain("现在没有人值班");
  }
  for (const name of ["赵勇", "何志远", "李明"]) expect(warnings(name)).toEqual([]);
});

test("by night, with nobody on call, they hear of it in the morning", async () => {
  await report("居民", DANGER);
  expect([...warnings("刘敏"), ...warnings("孙丽")]).toEqual([]);
  city.now = new Date("2026-09-17T08:00:30+08:00");
  await city.person("居民").says("我的意见");
  for (const name of ["刘敏", "孙丽"]) expect(warnings(name)).toHaveLength(1);
});

test("by day, whoever is on call hears of it, and the others are left in peace", async () => {
  city.now = new Date("2026-09-17T10:00:00+08:00");
  await city.person("刘敏").says("值班 开");
  await report("居民", DANGER);
  expect(warnings("刘敏")[0]?.text).toContain("您开了值班");
  expect(warnings("孙丽")).toEqual([]);
});
