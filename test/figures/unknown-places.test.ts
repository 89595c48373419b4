import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  // The first plain sentence of a process waits for the reader to be loaded.
  await city.person("周志强").says("今年我还差什么");
});
afterAll(() => city.close());

const answered = async (said: string): Promise<string> =>
  (await city.person("刘敏").says(said))[0]?.text ?? "";

describe("a clerk who asks about a place that is not hers reads which one was not found", () => {
  test.each([
    "统计 东风镇 本月",
    "东风镇今年走访多少户",
    "未报 东风镇",
    "缺席 东风镇 今年",
    "意见 东风镇",
    "导出 东风镇 二季度",
  ])("%s: in her own words, and as if there were none", async (said) => {
    const told = await answered(said);
    expect(told).toContain("没有查到这个地方或单位：东风镇");
    expect(told).not.toContain("单位：羊昌镇");
    // What exists nowhere is told in the very same words.
    expect((await answered(said.replaceAll("东风", "火星"))).replaceAll("火星", "东风")).toBe(told);
  });
});

test.each(["统计 羊昌镇 东风镇 本月", "羊昌镇和东风镇今年走访多少", "缺席 羊昌镇和东风镇 今年"])(
  "%s: her own town is told, and that the other was not found, as if there were none",
  async (said) => {
    const told = await answered(said);
    expect(told).toMatch(/^羊昌镇\(没有查到东风镇，不在内\) 2026年/u);
    expect((await answered(said.replaceAll("东风", "火星"))).replaceAll("火星", "东风")).toBe(told);
  },
);

test("both are named where neither is hers", async () => {
  expect(await answered("东风镇和新堡乡今年走访多少")).toMatch(/单位：(?:东风镇、新堡|新堡乡?、东风镇)/u);
});
