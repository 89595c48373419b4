import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";

// The clock of this district stands still: all of it is said at one instant.
let city: City;
let number: string;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  await city.person("刘敏").says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  const [receipt] = await city.person("刘敏").says("对");
  number = receipt?.number ?? "";
});
afterAll(() => city.close());

test("two decisions on one leave at the same instant are both told, each with its own outcome", async () => {
  const clerk = city.person("刘敏");
  for (const decision of [
    `不准 王芳 ${number} 当天有表决`,
    `不准 王芳 ${number} 还是要来`,
    `准假 王芳 ${number}`,
  ]) {
    await city.person("王芳").says(`请假 出差 ${number}`);
    await clerk.says(decision);
    await clerk.says("对");
  }
  await eventually(() => expect(heardOf(city.person("王芳"), "activity.leave-decided")).toHaveLength(3));
  const told = heardOf(city.person("王芳"), "activity.leave-decided").map((one) => one.text);
  expect(told[0]).toContain("当天有表决");
  expect(told[1]).toContain("还是要来");
  expect(told[2]).toContain("已批准");
});

test("leave asked for, taken back and asked for again at the same instant is told to the one who decides each time", async () => {
  const deputy = city.person("陈建国");
  for (const words of [`请假 出差 ${number}`, `参加 ${number}`, `请假 生病 ${number}`, `参加 ${number}`])
    await deputy.says(words);
  const heard = (kind: string) =>
    heardOf(city.person("刘敏"), kind).filter((one) => one.text.includes("陈建国"));
  await eventually(() => expect(heard("activity.leave-withdrawn")).toHaveLength(2));
  expect(heard("activity.leave-asked")).toHaveLength(2);
});

test("定稿 before the day says that it is not over yet, and when it can be done", async () => {
  const [answer] = await city.person("刘敏").says(`定稿 ${number}`);
  expect(answer?.text).toContain("这场还没开，不能定稿");
  expect(answer?.text).toContain("11月28日(周六) 09:00开始以后先登记");
});
