import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "11月10日走访黄连村4户"],
    ["李明", "11月20日走访黄连村6户"],
  ]);
});
afterAll(() => city.close());

const tell = (name: string, words: string) => answerTo(city.person(name), words);

test("a deputy's own duty says what was sent back and counts in none of it, and leads there", async () => {
  expect(await tell("李明", "我的履职")).not.toContain("被退回");
  await tell("刘敏", "退回 履-2026-00001 日期不对");
  await tell("刘敏", "对");
  const [own] = await city.person("李明").says("我的履职");
  expect(own?.text).toContain("您2026年履职1次：6户");
  expect(own?.text).toContain("另有1条被退回，没有计入");
  const [shown] = await city.person("李明").taps("看被退回的");
  expect(shown?.text).toMatch(/被退回的[^]*1次\(1条记录\)/u);
  expect(await tell("李明", "为什么")).toContain("履-2026-00001");
  expect(await tell("王芳", "我的履职")).not.toContain("被退回");
});
