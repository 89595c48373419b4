import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A report of several things of which one has a day that cannot be: the others are filed, and nothing of it is lost.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterAll(() => city.close());

const OF_LONG_AGO = "昨天走访黄连村5户,2020年5月6日调解纠纷1件,11月28日接待选民3人";

test("what can be filed is filed, and of the other it is said why not and asked on which day it was", async () => {
  const li = city.person("李明");
  await li.says(OF_LONG_AGO);
  const [filed, question, ...more] = await li.says("对");
  expect([filed?.kind, question?.kind, more]).toEqual(["report.filed", "report.question", []]);
  expect(filed?.text).toContain("走访群众");
  expect(filed?.text).toContain("接待选民");
  expect(filed?.text).not.toContain("调解");
  expect(question?.text).toMatch(/调解纠纷1件.*\n2020年5月6日\(周三\)不在代表任期里/u);
  const [card] = await li.says("11月30日");
  expect(card?.text).toContain("【调解纠纷】11月30日(周一)");
  const [receipt] = await li.says("对");
  expect(receipt?.text).toContain("调解纠纷");
  expect((await li.says("统计 今年"))[0]?.text).toContain("3次(3条记录)");
});

test("a day that is still to come holds up nothing else, whether it is answered or not", async () => {
  const wang = city.person("王芳");
  await wang.says("11月30日走访石关村5户,11月29日接待选民3人");
  expect((await wang.says("第二条改时间 2026年12月9日"))[0]?.text).toContain("② 【接待选民】12月9日");
  const [filed, question] = await wang.says("对");
  expect(filed?.text).toMatch(/履-\S+ 走访群众/u);
  expect(filed?.text).not.toContain("接待");
  expect(question?.text).toContain("12月9日(周三)还没到,这条没有记".replace(",", "\uFF0C"));
  expect((await wang.says("还没办"))[0]?.kind).toBe("report.dropped");
  expect((await wang.says("统计 今年"))[0]?.text).toContain("1次(1条记录)");
});

test("of one thing alone the card stays: it is put right with a day, and nothing filed before is touched", async () => {
  const chen = city.person("陈建国");
  await chen.says("11月27日走访平寨村2户");
  await chen.says("对");
  await chen.says("2020年5月6日走访平寨村9户");
  const [question, ...more] = await chen.says("对");
  expect([question?.kind, more]).toEqual(["report.question", []]);
  expect(question?.text).toContain("不在代表任期里");
  expect((await chen.says("改时间 11月20日"))[0]?.text).toContain("11月20日");
  expect((await chen.says("对"))[0]?.kind).toBe("report.filed");
  const [mine] = await chen.says("为什么");
  expect((await chen.says("统计 今年"))[0]?.text).toContain("2次(2条记录)");
  expect(mine).toBeDefined();
});

test("what a clerk enters for a deputy is parted in the same way", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("代报 杨秀英 11月26日走访黄连村5户,2020年5月6日调解纠纷1件");
  const [filed, question] = await clerk.says("对");
  expect(filed?.text).toContain("杨秀英");
  expect(question?.text).toContain("2020年5月6日");
  expect((await clerk.says("11月25日"))[0]?.text).toContain("【调解纠纷】11月25日");
  expect((await clerk.says("对"))[0]?.text).toContain("调解纠纷");
});

test("still to come today: let go of, what was done yesterday stays on the card", async () => {
  const luo = city.person("罗文军");
  await luo.says("昨天走访黄连村5户,今天下午5点在联络站值班");
  const [card] = await luo.says("还没去");
  expect(card?.text).toContain("【走访群众】12月1日");
  expect(card?.text).not.toContain("值班");
  expect((await luo.says("对"))[0]?.kind).toBe("report.filed");
  await luo.says("前天走访黄连村6户,今天下午5点在联络站值班");
  const [other] = await luo.taps("不记了");
  expect(other?.text).toContain("6户");
  expect((await luo.says("不记了"))[0]?.kind).toBe("report.dropped");
});
