import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// A term of a congress is a stretch of days that is on file: what is asked of it is counted over those days.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  await fileAll(city, [["李明", "11月30日走访黄连村5户"]]);
  await city.person("孙丽").says("换届 十九届 12月20日 全部连任");
  await city.person("孙丽").says("对");
  city.now = new Date("2026-12-23T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "12月19日走访黄连村3户"],
    ["李明", "12月22日走访黄连村2户"],
  ]);
});
afterAll(() => city.close());

const told = async (words: string, name = "刘敏"): Promise<string> =>
  (await city.person(name).says(words)).map(({ text }) => text).join("\n");

describe("of the term that runs, of the one before, and of one by its number", () => {
  test.each([
    ["本届走访多少户", "12月20日至12月23日", "2户"],
    ["换届以来走访多少户", "12月20日至12月23日", "2户"],
    ["换届后走访了多少户", "12月20日至12月23日", "2户"],
    ["第十九届以来走访多少户", "12月20日至12月23日", "2户"],
    ["19届走访多少户", "12月20日至12月23日", "2户"],
    ["统计 走访 本届", "12月20日至12月23日", "2户"],
    ["上届走访多少户", "至2026年12月19日", "8户"],
    ["换届前走访多少户", "至2026年12月19日", "8户"],
    ["十八届走访多少户", "至2026年12月19日", "8户"],
    ["第十八届人大以来走访多少户", "至2026年12月23日", "10户"],
    ["李明上任以来走访多少户", "至2026年12月23日", "10户"],
    ["统计 历年 走访", "历年", "10户"],
    ["一共走访过多少户", "历年", "10户"],
    ["我们镇总共接待过几个人", "历年", "没有计入"],
  ] as const)("%s", async (words, heading, answer) => {
    const text = await told(words);
    expect(text).toContain(heading);
    expect(text).toContain(answer);
    expect(text).not.toContain("没有用上");
  });

  test.each([
    ["李明", "我这一届走访了几户", /您 12月20日至12月23日[^]*2户/u],
    ["李明", "我上任以来走访了几户", /您 2021年[^]*10户/u],
    ["孙丽", "各镇本届走访多少户", /12月20日至12月23日[^]*羊昌镇 1次\(2户\)/u],
    ["刘敏", "未报 本届", /12月20日至12月23日还没有记录的代表：4位/u],
    ["刘敏", "导出 上届", /至2026年12月19日，共2条/u],
    ["刘敏", "上届缺席的有哪些", /至2026年12月19日 缺席1人次/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(words, name)).toMatch(answer);
  });
});

describe("what has no days on file is not counted over others", () => {
  test.each([
    ["刘敏", "十七届走访多少户", "查不到这一届"],
    ["刘敏", "上任以来走访多少户", "现在还查不了"],
    ["刘敏", "上届和本届各走访多少户", "现在还查不了"],
    ["刘敏", "十九届以前走访多少户", "现在还查不了"],
    ["李明", "我本届的出勤率", "现在还查不了"],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(words, name)).toContain(answer);
  });
});

test("of more than a year nothing is told of the same days a year before, which are among them", async () => {
  for (const words of ["上届走访多少户", "各镇上届走访多少户", "历年走访多少户"])
    expect(await told(words, "孙丽")).not.toContain("上年同期");
  expect(await told("本届走访多少户")).toContain("上年同期(2025年12月20日至2025年12月23日)没有记录");
});

test("a year that is named, and a session of a term, are no term", async () => {
  expect(await told("今年一共走访过多少户")).toMatch(/羊昌镇 2026年 走访群众/u);
  expect(await told("第十九届一次会议谁缺席了", "孙丽")).not.toContain("12月20日至");
});
