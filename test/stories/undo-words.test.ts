import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

test.for([
  "刚才那条不算",
  "删掉刚才的",
  "登错了",
  "刚才登错了",
  "刚刚那个记错了",
  "搞错了 不算",
  "哎呀弄错了",
  "上一条删了",
  "刚才的不要了",
])("%s right after a receipt takes it back", async (said) => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  const [receipt] = await li.says("对");
  const [taken] = await li.says(said);
  expect(taken?.kind).toBe("report.withdrawn");
  expect(taken?.text).toContain(receipt?.number);
});

test("对 typed twice is a double tap: the second tells what is registered already, with the numbers", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户,接待选民3人");
  await li.says("对");
  for (const again of ["对", "对的", "对,记下来"]) {
    const [answer, ...more] = await li.says(again);
    expect([answer?.kind, more]).toEqual(["help.stale", []]);
    expect(answer?.text).toContain("履-2026-00001、履-2026-00002");
  }
  const [own] = await li.says("我的履职");
  expect(own?.text).toContain("履职2次");
});

test("登错了 about what was filed earlier asks which one, and about a card in view what to change", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  await li.says("对");
  await li.says("应办");
  expect((await li.says("登错了"))[0]?.kind).toBe("report.which");
  await li.says("前天接待选民3人");
  expect((await li.says("写错了"))[0]?.kind).toBe("report.fields");
});
