import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";

// A group or station is not its town, by whatever name it goes, and a comparison has the same units on both sides.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "11月2日走访黄连村12户"],
    ["张伟", "11月3日走访新堡村5户"],
    ["张伟", "11月4日接待选民3人"],
  ]);
});
afterAll(() => city.close());

const told = async (words: string, name = "孙丽"): Promise<string> =>
  (await city.person(name).says(words)).map(({ text }) => text).join("\n");

describe("groups and stations", () => {
  test.each([
    ["统计 羊昌镇联络站", /^羊昌镇代表联络站 2026年：\n1次[^]*12户/u],
    ["羊昌镇人大代表联络站今年走访多少户", /^羊昌镇代表联络站 2026年 走访群众：\n1次[^]*12户/u],
    ["东风联络站走访多少户", /^东风镇代表联络站 2026年 走访群众：\n1次[^]*5户/u],
    ["东风站今年接待几人", /^东风镇代表联络站 2026年 接待选民：\n1次[^]*3人/u],
    ["羊昌小组走访几户", /^羊昌镇代表小组 2026年 走访群众：\n1次[^]*12户/u],
    ["羊昌代表小组今年走访几户", /^羊昌镇代表小组 2026年 走访群众：\n1次[^]*12户/u],
    ["统计 羊昌镇第一代表小组 今年", /没有查到这个地方或单位：羊昌镇第一代表小组/u],
    ["代表小组今年走访几户", /^乌当区 2026年 走访群众[^]*按小组[^]*羊昌镇代表小组/u],
    ["按联络站统计", /^乌当区 2026年[^]*按联络站[^]*羊昌镇代表联络站/u],
    ["小组活动今年几次", /代表小组活动/u],
    ["羊昌今年走访几户", /^羊昌镇 2026年 走访群众/u],
    ["东风站的走访", /^东风镇代表联络站/u],
  ] as const)("%s", async (words, answer) => {
    expect(await told(words)).toMatch(answer);
  });
});

describe("held against another time", () => {
  test.each(["今年走访比去年多多少户", "今年走访比去年多多少", "今年走访同比"])("%s", async (words) => {
    expect(await told(words)).toMatch(/^乌当区 2026年 走访群众[^]*17户[^]*上年同期/u);
  });

  test("the month before, of the last figure", async () => {
    await told("羊昌镇今年走访多少户");
    expect(await told("比上个月多多少")).toMatch(/^羊昌镇 2026年10月 走访群众/u);
  });

  test("a year that is named first holds for both halves", async () => {
    expect(await told("去年下半年跟上半年走访比")).toContain("统计 去年上半年 走访群众");
    expect(await told("去年下半年跟今年上半年走访比")).toContain("统计 今年上半年 走访群众");
  });
});
