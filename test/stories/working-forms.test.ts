import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { runAt } from "#test/support/clockwork.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
  await runAt(city.database.db, "deadline-reminders", city.now);
});
afterEach(() => city.close());

test("统计 三季度 接待 by a deputy is a figure of his own, as is 我的履职 with the same words", async () => {
  const li = city.person("李明");
  await li.says("昨天接待选民3人");
  await li.says("对");
  await li.says("昨天走访黄连村12户");
  await li.says("对");
  for (const asked of ["统计 三季度 接待", "我的履职 三季度 接待", "我的履职 接待选民"]) {
    const [figure] = await li.says(asked);
    expect(figure?.kind).toBe("figures.tally");
    expect(figure?.text).toContain("接待选民");
    expect(figure?.text).toContain("3人");
    expect(figure?.text).not.toContain("12户");
  }
  expect((await li.says("我的履职"))[0]?.kind).toBe("figures.own-duty");
});

test("a deputy who asks for others' figures is told a form that works for him", async () => {
  const li = city.person("李明");
  const [refused] = await li.says("统计 羊昌镇 走访");
  expect(refused?.kind).toBe("figures.refused");
  expect(refused?.text).toContain("我的履职 三季度 走访");
  expect((await li.says("我的履职 三季度 走访"))[0]?.kind).toBe("figures.tally");
});

test("a report that is not owed lists what is, and one tap hands it in as that", async () => {
  const li = city.person("李明");
  const [listed] = await li.says("提交述职报告 今年我走访选民40户");
  expect(listed?.text).toContain("年度履职报告");
  expect(listed?.text).toContain("还没有提交");
  await li.taps("作为年度履职报告交");
  const [done] = await li.says("对");
  expect(done?.text).toContain("年度履职报告交上了");
  const [bare] = await li.says("提交述职报告");
  expect(bare?.text).toMatch(/比如.提交/u);
});

test("the name in the guide for users hands in a report", async () => {
  await city.person("王芳").says("提交履职报告 今年我走访选民40户");
  const [done] = await city.person("王芳").taps("对,交上");
  expect(done?.text).toContain("交上了");
});
