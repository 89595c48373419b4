import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  // The first plain question of a process waits for the reader to be loaded.
  await city.person("周志强").says("今年我还差什么");
});
afterAll(() => city.close());

test.each([
  ["刘敏", "今年我还差什么"],
  ["孙丽", "我还差什么"],
  ["孙丽", "我的履职"],
])("%s, who is no deputy, asks %s and reads what waits, not that nothing was done", async (name, said) => {
  const [told, todo] = await city.person(name).says(said);
  expect(told?.text).toContain("没有自己的履职任务");
  expect(told?.choices.map((one) => one.label)).toEqual(["未交", "未报"]);
  expect(todo?.kind).toBe("figures.todo");
  expect(todo?.text).toContain("待定稿的活动");
  expect((await city.person(name).taps("未报"))[0]?.kind).toBe("figures.missing");
});

test("a deputy reads what is left of his own", async () => {
  const told = await city.person("李明").says("今年我还差什么");
  expect(told.map((one) => one.kind)).toEqual(["figures.own-duty"]);
  expect(told[0]?.text).toContain("您要完成的");
});
