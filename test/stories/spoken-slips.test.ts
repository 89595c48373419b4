import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-16T10:00:00+08:00");
});
afterAll(() => city.close());

test.for([
  ["可以了", "report.filed"],
  ["唉 算了不要了", "report.dropped"],
  ["哎,算了吧", "report.dropped"],
] as const)("%s answers the card in view", async ([said, kind]) => {
  const wang = city.person("王芳");
  await wang.says("昨天走访黄连村12户");
  expect((await wang.says(said))[0]?.kind).toBe(kind);
});

test("撤消 and 我的旅职 are taken for what was meant", async () => {
  const li = city.person("李明");
  await li.says("昨天走访大寨村4户");
  await li.says("对");
  expect((await li.says("撤消"))[0]?.kind).toBe("report.withdrawn");
  expect((await li.says("我的旅职"))[0]?.kind).toBe("figures.own-duty");
});

test("what somebody is going to do this afternoon is a plan", async () => {
  const [plan] = await city.person("李明").says("今天下午三点我要去黄连村走访");
  expect(plan?.text).toContain("还没做");
});

test("an order to do something else is no reason for leave", async () => {
  const li = city.person("李明");
  await li.says("请假");
  const answers = await li.says("我要交总结");
  expect(answers.map((one) => one.text).join("\n")).not.toContain("已替您请假");
  await li.says("不请了");
});

test("提交总结 hands in the yearly report, and is no visit", async () => {
  const [answer] = await city.person("李明").says("提交总结 今年走访了20户");
  expect(answer?.kind).toMatch(/^obligation\./u);
});
