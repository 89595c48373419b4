import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 李明11月24日走访几户 asks how many; 走访了几户,记不清 tells of some.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-26T10:00:00+08:00");
  await city.person("李明").says("11月25日走访黄连村7户");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

const answered = async (name: string, words: string) => {
  const all = await city.person(name).says(words);
  return { kind: all[0]?.kind, text: all.map(({ text }) => text).join("\n") };
};

test.for([
  ["刘敏", "李明昨天走访几户"],
  ["刘敏", "李明代表11月25日走访几户?"],
  ["刘敏", "11月25日李明走访多少户"],
  ["刘敏", "11月25日走访多少户"],
  ["刘敏", "昨天全镇走访几户"],
  ["李明", "我11月25日走访几户"],
  ["李明", "昨天走访几户"],
  ["李明", "我昨天走访多少户"],
] as const)("%s: %s is told the figure of that day, and there is no card", async ([name, words]) => {
  const { kind, text } = await answered(name, words);
  expect([kind, text]).toEqual(["figures.tally", expect.stringContaining("7户")]);
});

test.for([
  ["李明", "昨天走访了几户,记不清了"],
  ["李明", "昨天走访几户商户,宣传防火"],
  ["李明", "昨天走访十几户"],
  ["李明", "明天要去走访几户"],
  ["刘敏", "李明昨天走访3户"],
  ["刘敏", "帮李明登记一下,昨天走访几户"],
] as const)("%s: %s is no question", async ([name, words]) => {
  expect((await answered(name, words)).kind).not.toMatch(/^figures/u);
  await city.person(name).says("不记了");
});
