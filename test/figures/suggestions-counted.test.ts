import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A suggestion that was submitted here has a number and is duty as well; one that was told of is duty alone.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  for (const line of [
    "提一件建议:关于在黄连村增设路灯的建议,村里晚上没有路灯,希望安装二十盏",
    "7月15日向镇人大提了一件关于修路的建议",
  ]) {
    await city.person("李明").says(line);
    await city.person("李明").says("对");
  }
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words))[0]?.text ?? "";

test("each figure says which of the two it is", async () => {
  const profile = await told("刘敏", "代表 李明");
  expect(profile).toContain("提出建议2次(2件)");
  expect(profile).toContain("有编号的建议议案1件");
  for (const words of ["统计 李明 建议 今年", "羊昌镇今年提了多少件建议", "李明今年提了几件建议"])
    expect(await told("刘敏", words)).toContain("其中在这里提交、有建-编号的1条");
  expect(await told("李明", "我今年提了几件建议")).toContain("其中在这里提交、有建-编号的1条");
  expect(await told("刘敏", "统计 今年 走访")).not.toContain("建-");
});
