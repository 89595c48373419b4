import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterAll(() => city.close());

const tell = (name: string, words: string) => answerTo(city.person(name), words);

test("a clerk's examples are of her own township, and work as they stand", async () => {
  const help = await tell("赵勇", "帮助");
  expect(help).toContain("统计 东风镇 走访 二季度");
  expect(help).not.toContain("羊昌镇");
  expect(await tell("赵勇", "统计 东风镇 走访 二季度")).not.toContain("没有查到");
});

test("the office, which looks after all of them, has the district's example", async () => {
  expect(await tell("孙丽", "帮助")).toContain("统计 羊昌镇 走访 二季度");
});
