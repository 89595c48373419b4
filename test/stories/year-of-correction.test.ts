import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  // The first plain sentence of a process waits for the reader to be loaded.
  await city.person("周志强").says("今年我还差什么");
});
afterAll(() => city.close());

/** Says a report and yes to it. */
const file = async (name: string, said: string) => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0];
};

describe("a record of yesterday whose day is put right without a year", () => {
  test("is not moved to last year where this year's day is still to come: that is asked", async () => {
    const receipt = await file("李明", "昨天走访黄连村8户");
    const [asked] = await city.person("李明").says("改时间 12月3日");
    expect(asked?.kind).toBe("report.refused");
    expect(asked?.text).toContain("去年12月3日");
    const [still] = await city.person("李明").says(receipt?.number ?? "");
    expect(still?.text).toContain("9月15日");
    const [done] = await city.person("李明").says("改时间 去年12月3日");
    expect(done?.text).toContain("2025年12月3日");
  });

  test("has its amount put right all the same, and is told that the day stands", async () => {
    const receipt = await file("王芳", "昨天走访平寨村8户");
    const [done] = await city.person("王芳").says("数量 18户,时间改到12月3日");
    expect(done?.text).toContain("18户");
    expect(done?.text).not.toContain("2025年");
    const [now] = await city.person("王芳").says(receipt?.number ?? "");
    expect(now?.text).toContain("9月15日");
    expect(now?.text).toContain("18户");
  });

  test("takes the day of this year where it has been", async () => {
    await file("陈建国", "昨天走访甘庄村8户");
    const [done] = await city.person("陈建国").says("改时间 9月3日");
    expect(done?.text).toContain("9月3日(周四)");
    expect(done?.text).not.toContain("2025年");
  });
});

test("a record of last year stays in its year", async () => {
  await file("罗文军", "去年12月5日走访新堡村8户");
  const [done] = await city.person("罗文军").says("改时间 8月20日");
  expect(done?.text).toContain("2025年8月20日");
});

test("a record of late December may be of early January", async () => {
  city.now = new Date("2027-01-05T09:00:00+08:00");
  await file("吴红梅", "12月30日走访麦坪村8户");
  const [done] = await city.person("吴红梅").says("改时间 1月2日");
  expect(done?.text).toContain("1月2日");
  expect(done?.text).not.toContain("2026年1月");
});
