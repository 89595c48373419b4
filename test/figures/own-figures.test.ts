import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  const liming = city.person("李明");
  for (const said of ["9月15日走访黄连村12户", "9月2日走访平寨村3户", "8月20日在羊昌镇政府接待选民5人"]) {
    await liming.says(said);
    await liming.says("对");
  }
});
afterAll(() => city.close());

test("a deputy sees the year, the month, the kinds, and what is still expected", async () => {
  const [answer] = await city.person("李明").says("我的履职");
  expect(answer?.kind).toBe("figures.own-duty");
  expect(answer?.text).toContain("您2026年履职3次：5人、15户");
  expect(answer?.text).toContain("本月2次");
  expect(answer?.text).toContain("走访群众2次(15户)");
  expect(answer?.text).toContain("年度履职报告，12月20日(周日)前");
  expect(answer?.text).not.toContain("每年至少两次接待或走访选民");
});

test("为什么 lists the records that the figure was made of, and the rule", async () => {
  const [answer] = await city.person("李明").says("为什么");
  expect(answer?.text).toContain("由3条记录得出");
  expect(answer?.text).toContain("履-2026-00001 走访群众 9月15日(周二) 12户");
  expect(answer?.text).toContain("算法");
});

test("another division of the same figure is one tap away", async () => {
  const liming = city.person("李明");
  await liming.says("我的履职");
  const [answer] = await liming.taps("按月看");
  expect(answer?.text).toContain("2026年8月 1次(5人)");
  expect(answer?.text).toContain("2026年9月 2次(15户)");
});

test("a figure asked in plain words is the deputy's own", async () => {
  const [answer] = await city.person("李明").says("我这个月走访了多少户?");
  expect(answer?.text).toContain("您 2026年9月 走访群众");
  expect(answer?.text).toContain("15户");
});

test("a deputy who asks about somebody else hears who can tell", async () => {
  const [answer] = await city.person("王芳").says("代表 李明");
  expect(answer?.kind).toBe("figures.refused");
  expect(answer?.text).toContain("由工作人员来查");
});

test("withdrawn records are out of every figure", async () => {
  const wangfang = city.person("王芳");
  await wangfang.says("今天走访平寨村12户");
  await wangfang.says("1");
  expect((await wangfang.says("我的履职"))[0]?.text).toContain("履职1次");
  await wangfang.says("撤销");
  expect((await wangfang.says("我的履职"))[0]?.text).toContain("还没有计入的履职");
});

test("a deputy's opinions are listed with where each stands", async () => {
  const chen = city.person("陈建国");
  await chen.says("群众反映黄连村二组路灯坏了三天");
  await chen.says("对");
  const [answer] = await chen.says("我的意见");
  expect(answer?.text).toMatch(/意-2026-0001 .*已登记/u);
});

test("我的数据 says what is stored and how to have it put right", async () => {
  const [answer] = await city.person("李明").says("我的数据");
  expect(answer?.text).toContain("履职记录3条");
  expect(answer?.text).toContain("消息原文30天");
});

test("the score is not open yet, and the duty facts are shown instead", async () => {
  const [answer] = await city.person("李明").says("我的积分");
  expect(answer?.text).toContain("还没有开通");
  expect(answer?.text).toContain("3次(3条记录)");
});

test("为什么 before any figure says what to ask first", async () => {
  const [answer] = await city.person("罗文军").says("为什么");
  expect(answer?.kind).toBe("figures.nothing-shown");
});

test("what was still to be done last year is not answered silently with this year", async () => {
  const told = await city.person("李明").says("我去年还差什么没完成");
  expect(told.map((one) => one.kind)).toEqual(["figures.unused", "figures.own-duty"]);
  expect(told[0]?.text).toContain("去年");
  const now = await city.person("李明").says("我今年还差什么没完成");
  expect(now.map((one) => one.kind)).toEqual(["figures.own-duty"]);
});
