import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";

// Whatever stretch of time staff name, the figure is of that stretch and its heading says so; or it is said that it cannot be.

let city: City;
beforeAll(async () => {
  city = await openCity("2025-11-26T10:00:00+08:00");
  await fileAll(city, [["李明", "11月2日走访黄连村7户"]]);
  city.now = new Date("2026-12-02T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "2月8日走访黄连村3户"],
    ["李明", "10月5日走访黄连村5户"],
    ["李明", "11月29日走访黄连村4户"],
  ]);
});
afterAll(() => city.close());

const told = async (words: string, name = "孙丽"): Promise<string> =>
  (await city.person(name).says(words)).map(({ text }) => text).join("\n");

describe("up to a day, and from a day on", () => {
  test.each([
    ["11月以前走访多少户", "2026年1月至10月", "8户"],
    ["11月之前走访多少户", "2026年1月至10月", "8户"],
    ["11月以后走访多少户", "12月1日至12月2日", "没有计入"],
    ["截至11月底走访多少户", "2026年1月至11月", "12户"],
    ["截至12月底走访多少户", "2026年", "12户"],
    ["截止到11月30日走访多少户", "2026年1月至11月", "12户"],
    ["至上月底走访多少户", "2026年1月至11月", "12户"],
    ["到10月5日为止走访多少户", "1月1日至10月5日", "8户"],
    ["11月29号之前走访多少户", "1月1日至11月28日", "8户"],
    ["11月29日(含)以前走访多少户", "1月1日至11月29日", "12户"],
    ["10月5号以后走访多少户", "10月6日至12月2日", "4户"],
    ["春节前走访多少户", "1月1日至2月16日", "3户"],
    ["春节后走访多少户", "2月18日至12月2日", "9户"],
    ["去年以前走访多少户", "2000年至2024年", "没有计入"],
    ["统计 走访 11月以前", "2026年1月至10月", "8户"],
    ["3月1日起走访多少户", "3月1日至12月2日", "9户"],
    ["三天前走访多少户", "11月29日", "4户"],
  ] as const)("%s", async (words, heading, answer) => {
    const text = await told(words);
    expect(text).toContain(heading);
    expect(text).toContain(answer);
    expect(text).not.toContain("没有用上");
  });
});

describe("years, halves and holidays", () => {
  test.each([
    ["25年和26年走访多少户", "2025年至2026年", "19户"],
    ["2025年、2026年走访多少户", "2025年至2026年", "19户"],
    ["24、25、26三年走访多少户", "2024年至2026年", "19户"],
    ["这两年走访多少户", "2025年至2026年", "19户"],
    ["近两年走访多少户", "至2026年12月2日", "户"],
    ["历年走访多少户", "历年", "19户"],
    ["有史以来走访多少户", "历年", "19户"],
    ["这半年走访多少户", "6月3日至12月2日", "9户"],
    ["半年来走访多少户", "6月3日至12月2日", "9户"],
    ["一年来走访多少户", "2025年12月3日至2026年12月2日", "12户"],
    ["头两个月走访多少户", "2026年1月至2月", "3户"],
    ["2月上半月走访多少户", "2月1日至2月15日", "3户"],
    ["2月下半月走访多少户", "2月16日至2月28日", "没有计入"],
    ["国庆期间走访多少户", "10月1日至10月7日", "5户"],
    ["国庆假期走访多少户", "10月1日至10月7日", "5户"],
    ["上半年走访多少户", "2026年上半年", "3户"],
    ["26年四季度走访多少户", "2026年四季度", "9户"],
    ["去年走访多少户", "2025年", "7户"],
  ] as const)("%s", async (words, heading, answer) => {
    const text = await told(words);
    expect(text).toContain(heading);
    expect(text).toContain(answer);
    expect(text).not.toContain("没有用上");
  });

  test.each([
    ["李明", "我10月5号以后走访了几户", /您 10月6日至12月2日[^]*4户/u],
    ["李明", "我历年走访了多少户", /您 历年[^]*19户/u],
    ["李明", "我去年国庆期间走访几户", /您 2025年10月1日至2025年10月8日/u],
    ["刘敏", "截止目前走访多少户", /羊昌镇 2026年 走访群众[^]*12户/u],
    ["刘敏", "未报 11月以前", /羊昌镇 2026年1月至10月还没有记录的代表：4位/u],
    ["刘敏", "缺席 去年以前", /2000年至2024年/u],
    ["刘敏", "过年期间走访了多少户", /2月15日至2月23日/u],
    ["刘敏", "导出 11月以前", /2026年1月至10月，共2条/u],
    ["刘敏", "11月29号以前李明走访多少户", /李明 2026年1月1日至11月28日|李明 1月1日至11月28日/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(words, name)).toMatch(answer);
  });

  test.each([
    "昨天走访黄连村4户,去年国庆前也去过",
    "3月5号以后就没水了,有3户反映",
    "从11月28日到11月30日走访4户",
  ])("%s stays what it was", async (words) => {
    const [answer] = await city.person("李明").says(words);
    expect(answer?.kind).not.toMatch(/^figures/u);
    await city.person("李明").says("不记了");
  });

  test("a table of two years is of both", async () => {
    expect(await told("导出2025和2026年")).toContain("乌当区 2025年至2026年，共4条记录");
  });
});

describe("whose ends nobody here knows", () => {
  test.each([
    ["上任以来走访多少户", "上任以来"],
    ["这几年走访多少户", "这几年"],
  ] as const)("%s: no figure of another", async (words, what) => {
    expect(await told(words)).toContain(`“${what}”现在还查不了，没有统计`);
  });
});

describe("several that are not one are to be tapped", () => {
  test.each([
    [
      "四个季度各走访多少户",
      ["统计 一季度 走访群众", "统计 二季度 走访群众", "统计 三季度 走访群众", "统计 四季度 走访群众"],
    ],
    [
      "按季度统计走访",
      ["统计 一季度 走访群众", "统计 二季度 走访群众", "统计 三季度 走访群众", "统计 四季度 走访群众"],
    ],
    [
      "一季度、二季度、三季度、四季度走访各多少户",
      ["统计 一季度 走访群众", "统计 二季度 走访群众", "统计 三季度 走访群众", "统计 四季度 走访群众"],
    ],
    ["今年去年前年各走访多少", ["统计 今年 走访群众", "统计 去年 走访群众", "统计 前年 走访群众"]],
    ["2025年、2026年各走访多少户", ["统计 2025年 走访群众", "统计 2026年 走访群众"]],
    ["统计 走访 去年12月 今年2月", ["统计 去年12月 走访群众", "统计 今年2月 走访群众"]],
  ] as const)("%s", async (words, labels) => {
    const [answer] = await city.person("何志远").says(words);
    expect(answer?.text).toContain("两段时间要分开看");
    expect(answer?.choices.map(({ label }) => label)).toEqual(labels);
  });
});
