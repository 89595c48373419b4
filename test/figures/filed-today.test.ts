import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// 报了几条 may mean what was done on a day or what came in on it: both are told, and which is which.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-01T10:00:00+08:00");
  const file = async (name: string, line: string): Promise<void> => {
    await city.person(name).says(line);
    await city.person(name).says("对");
  };
  await file("李明", "11月28日走访黄连村6户");
  city.now = new Date("2026-12-02T10:00:00+08:00");
  await file("李明", "11月30日接待选民3人");
  await file("王芳", "12月1日走访马场村4户");
  await file("王芳", "昨天调解纠纷1起");
  await city.person("王芳").says("撤销");
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words)).map((one) => one.text).join("\n");

test.for([
  ["今天报了几条", "没有计入的记录", "2条"],
  ["今天交了几条记录", "没有计入的记录", "2条"],
  ["今天有几条报上来", "没有计入的记录", "2条"],
  ["今天新报的有几条", "没有计入的记录", "2条"],
  ["昨天报了几条", "1次(1条记录", "1条"],
  ["本周报上来多少条", "2次(2条记录", "3条"],
])("%s", async ([words = "", done = "", came = ""]) => {
  for (const name of ["刘敏", "孙丽"]) {
    const text = await told(name, words);
    expect(text).toContain(done);
    expect(text).toContain(`以上按做的那天算。按报上来的那天算：${came}`);
    expect(text).not.toContain("没有用上");
  }
});

test("a deputy is told of his own", async () => {
  expect(await told("李明", "我今天报了几条")).toContain("按报上来的那天算：1条");
});

test("what a register makes of an activity nobody told", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("到会 活-2026-002 全到");
  await clerk.taps("对,登记");
  await clerk.says("定稿 活-2026-002");
  await clerk.taps("对,定稿");
  expect(await told("刘敏", "今天报了几条")).toContain("按报上来的那天算：2条");
});

test("of another township nothing came in", async () => {
  expect(await told("孙丽", "东风镇今天报了几条")).toContain("按报上来的那天算：0条");
});

test.for(["今年报了几条", "今天走访了几户", "今天有几条意见", "昨天走访多少户"])(
  "%s asks for one of them alone",
  async (words) => expect(await told("刘敏", words)).not.toContain("按报上来的那天算"),
);
