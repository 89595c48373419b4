import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";

// How a figure came about, what was sent back and how often somebody went somewhere, in words of every day.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "11月2日走访黄连村12户"],
    ["王芳", "11月21日走访云锦社区3户"],
  ]);
});
afterAll(() => city.close());

const told = async (words: string): Promise<string> =>
  (await city.person("刘敏").says(words)).map(({ text }) => text).join("\n");

describe("after a figure", () => {
  test.each([
    "为什么",
    "为什么是15户",
    "怎么只有15户",
    "这个15户怎么来的",
    "这15户是怎么算出来的",
    "为啥才这么点",
    "怎么这么少",
    "明细",
    "看明细",
    "每一条给我看看",
  ])("%s lists its records", async (words) => {
    await told("羊昌镇今年走访多少户");
    expect(await told(words)).toMatch(/由2条记录得出[^]*黄连村/u);
  });
});

describe("what was sent back", () => {
  test.each(["被退回的是哪些", "哪些被退回了", "退回了几条", "被退回的有多少"])("%s", async (words) => {
    expect(await told(words)).toMatch(/^羊昌镇 2026年 \S*退回/u);
  });

  test.each(["被退回了怎么办", "哪些意见被退回了"])("%s is no figure of it", async (words) => {
    expect(await told(words)).not.toMatch(/^羊昌镇 2026年 \S*退回/u);
  });
});

describe("how often somebody went there", () => {
  test.each([
    ["云锦社区今年去了几次", /^云锦社区 2026年：\n1次/u],
    ["云锦社区今年一共去了几次", /^云锦社区 2026年：\n1次/u],
    ["黄连村跑过几趟了", /^黄连村 \S+：\n1次/u],
    ["云锦社区去过几回", /^云锦社区 \S+：\n1次/u],
    ["火星村今年去了几次", /没有查到这个地方或单位：火星村/u],
  ] as const)("%s", async (words, answer) => {
    expect(await told(words)).toMatch(answer);
  });

  test.each(["昨天李明去了黄连村3次", "李明昨天去黄连村走访了5户"])("%s tells of a deed", async (words) => {
    expect(await told(words)).not.toMatch(/^黄连村/u);
    await city.person("刘敏").says("不记了");
  });
});
