import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// A deputy's only figure is of the own duty: it is never told as that of the township, the group or of everybody.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-26T10:00:00+08:00");
  for (const [name, line] of [
    ["李明", "11月2日走访黄连村7户"],
    ["王芳", "11月3日走访黄连村5户"],
  ] as const) {
    await city.person(name).says(line);
    await city.person(name).says("对");
  }
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words)).map(({ text }) => text).join("\n");

test.for([
  "全镇今年走访了多少",
  "今年全镇走访了多少户",
  "我们小组今年走访多少户",
  "我们代表小组今年走访了几次",
  "我们组一共走访多少户",
  "咱们镇今年走访多少户、接待多少人",
  "帮我查一下全区今年走访了多少户",
  "我想知道我们镇今年走访了多少户",
  "大家今年走访了多少户",
  "代表们今年走访了多少户",
  "其他代表今年走访了几户",
  "各代表今年走访多少户",
  "统计 全镇 今年 走访",
])("a deputy who asks %s is not told the own figure", async (words) => {
  const answer = await told("李明", words);
  expect(answer).toContain("由工作人员来查");
  expect(answer).toContain("我的履职");
  expect(answer).not.toContain("7户");
});

test.for([
  "我今年走访了多少户",
  "今年走访了多少户",
  "我在我们镇今年走访了多少户",
  "帮我查一下我今年走访了多少户",
  "全镇里面我今年走访了多少户",
])("a deputy who asks %s is told the own figure", async (words) => {
  expect(await told("李明", words)).toContain("7户");
});

test.for([
  "我组织的活动有几次",
  "今年参加小组活动几次",
  "区里的培训今年参加了几次",
  "我代表群众提了几条意见",
])("a deputy who asks %s asks of himself", async (words) =>
  expect(await told("李明", words)).not.toContain("由工作人员来查"),
);

test("staff who ask for all are told of all", async () => {
  expect(await told("刘敏", "全镇今年走访了多少户")).toContain("12户");
});
