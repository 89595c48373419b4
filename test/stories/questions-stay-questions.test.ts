import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// Who went along and is on no roster is named, and a second way to divide a figure is not left out without a word.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-26T10:00:00+08:00");
});
afterAll(() => city.close());

test.for([
  ["昨天和王芳和张三代表一起走访黄连村5户", "张三"],
  ["昨天和王芳、张小平代表走访黄连村5户", "张小平"],
  ["11月3日和李四、王芳走访黄连村5户", "李四"],
  ["昨天与王芳和马冬梅一起走访黄连村5户", "马冬梅"],
  ["昨天和马冬梅走访黄连村5户", "马冬梅"],
] as const)("%s: who is on no roster is named", async ([words, name]) => {
  const [card] = await city.person("李明").says(words);
  expect(card?.text).toContain(`名单里没找到“${name}”`);
  await city.person("李明").says("不记了");
});

test.for([
  "昨天和老张走访黄连村5户",
  "昨天和王大爷一起去黄连村走访5户",
  "昨天和王芳走访黄连村5户",
  "昨天和陈建国、王芳一起走访黄连村5户",
  "昨天和张小平书记走访黄连村5户",
  "昨天和黄连村一起到三组走访5户",
])("%s names nobody unknown", async (words) => {
  const [card] = await city.person("李明").says(words);
  expect(card?.text).not.toContain("名单里没找到");
  await city.person("李明").says("不记了");
});

test.for([
  ["统计 今年 按镇街 按类型", "按类型"],
  ["按小组 按月", "按月"],
] as const)("%s: the second division is named", async ([words, second]) => {
  const answers = await city.person("孙丽").says(words);
  expect(answers.map(({ text }) => text).join("\n")).toContain(`问的“${second}”没有用上`);
});

test.for(["统计 东风镇 走访 今年 比去年", "今年和去年的走访对比", "今年走访比去年"])(
  "%s shows the year before beside it",
  async (words) => {
    const answers = await city.person("孙丽").says(words);
    expect(answers.map(({ text }) => text).join("\n")).toMatch(/^\S+ 2026年 走访群众[^]*上年同期/u);
  },
);
