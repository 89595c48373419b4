import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// What is said after a list is about what the list showed, in the order in which it showed it.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  for (const line of ["昨天走访黄连村5户", "11月20日走访石关村6户", "11月10日接待选民3人"]) {
    await city.person("李明").says(line);
    await city.person("李明").says("对");
  }
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words))[0]?.text ?? "";

test("下一页 without a list, and after the last page, says so", async () => {
  for (const words of ["下一页", "往下翻", "上一页"])
    expect(await told("王芳", words)).toContain("没有正在看的清单");
  await told("李明", "我的履职");
  expect(await told("李明", "为什么")).toContain("由3条记录得出");
  for (const words of ["下一页", "后面的"]) expect(await told("李明", words)).toContain("最后一页");
  expect(await told("李明", "上一页")).toContain("第一页");
});

test("退回 全部 is of the list that was shown, wanted or not, and of its stretch of time", async () => {
  expect(await told("刘敏", "待核实 11月")).toContain("待核实2条");
  for (const words of [
    "退回 全部 日期不对",
    "全部退回 日期不对",
    "把这些都退回,日期不对",
    "都退回去,理由 日期不对",
  ]) {
    const asked = await told("刘敏", words);
    expect(asked).toContain("这2条都退回吗");
    expect(asked).toContain("理由都是：日期不对");
    await city.person("刘敏").says("不用了");
  }
  expect(await told("刘敏", "退回 全部 羊昌镇 理由 日期不对")).toContain("这2条都退回吗");
  await city.person("刘敏").says("不用了");
  await city.person("刘敏").says("不用了");
  expect(await told("刘敏", "退回 全部 理由 日期不对")).toContain("这2条都退回吗");
  await city.person("刘敏").says("不用了");
  expect(await told("刘敏", "退回 全部 12月 理由 日期不对")).toContain("这1条都退回吗");
  await city.person("刘敏").says("不用了");
  expect(await told("刘敏", "全部退回")).toContain("退回要写明理由");
});

test("撤销第一条 is the first of the list, also after something of it was put right", async () => {
  await told("李明", "我的履职");
  const first = /履-2026-\d+/u.exec(await told("李明", "为什么"))?.[0] ?? "none";
  expect(await told("李明", "改时间 11月11日")).toContain("已改好");
  expect(await told("李明", "撤销第一条")).toContain(`已撤销：${first}`);
  expect(await told("李明", "统计 今年")).toContain("2次(2条记录)");
});

test("what was added is said, and said once more it is no change", async () => {
  expect(await told("李明", "补充王芳代表")).toContain("同行：王芳");
  const again = await told("李明", "补充:王芳代表也去了");
  expect(again).toContain("同行已经写着：王芳");
  expect(again).toContain("没有改动");
  expect(await told("李明", "内容改成 了解了春耕情况")).toContain("内容：“了解了春耕情况”");
});
