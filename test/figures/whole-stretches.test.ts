import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// One meaning has one number, whichever words it is said in.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  for (const line of ["10月4日走访黄连村12户", "11月30日走访龙里村6户", "12月1日接待选民3人"]) {
    await city.person("李明").says(line);
    await city.person("李明").says("对");
  }
});
afterAll(() => city.close());

const told = async (words: string): Promise<string> =>
  (await city.person("刘敏").says(words)).map(({ text }) => text).join("\n");

describe("a feast is the days off around it", () => {
  test.each([
    ["国庆节走访了多少户", "10月1日至10月7日", "12户"],
    ["国庆走访几户", "10月1日至10月7日", "12户"],
    ["今年国庆走访多少户", "10月1日至10月7日", "12户"],
    ["国庆期间走访多少户", "10月1日至10月7日", "12户"],
    ["国庆当天走访几户", "10月1日 走访群众", "没有"],
    ["国庆前走访多少户", "2026年1月至9月", "没有"],
  ] as const)("%s", async (words, period, figure) => {
    const said = await told(words);
    expect(said).toContain(period);
    expect(said).toContain(figure);
  });
});

describe("the end of a year or month is in it", () => {
  test.each([
    ["2026年底前走访多少", "2026年 走访群众"],
    ["年底前走访多少户", "2026年 走访群众"],
    ["去年年底之前走访多少户", "2025年 走访群众"],
    ["截止去年年底走访多少户", "2025年 走访群众"],
    ["10月底前走访多少户", "2026年1月至10月"],
    ["截至10月底走访多少户", "2026年1月至10月"],
    ["11月前走访多少户", "2026年1月至10月"],
    ["11月以前走访多少户", "2026年1月至10月"],
  ] as const)("%s", async (words, period) => {
    expect(await told(words)).toContain(period);
  });
});

describe("tables are of all that was named", () => {
  test("two months are one stretch", async () => {
    expect(await told("导出 11月和12月")).toContain("羊昌镇 2026年11月至12月，共2条");
    expect(await told("11月和12月走访多少户")).toMatch(/^羊昌镇 2026年11月至12月 走访群众[^]*6户/u);
  });

  test("two months of each are apart", async () => {
    expect(await told("11月和12月各走访多少户")).toContain("要分开看");
  });

  test("two kinds have a table each", async () => {
    for (const words of ["导出 走访和接待 今年", "导出今年走访、接待"]) {
      const [answer] = await city.person("刘敏").says(words);
      const labels = answer?.choices.map(({ label }) => label);
      expect(labels).toEqual(["导出 今年 走访群众", "导出 今年 接待选民"]);
    }
  });

  test.each(["发个excel给我", "发我一份表格", "把这个导出来", "来个表"])(
    "%s is of what was shown last",
    async (words) => {
      await told("羊昌镇今年走访多少户");
      expect(await told(words)).toContain("羊昌镇 2026年 走访群众，共2条");
    },
  );
});
