import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-21T15:00:00+08:00");
});
afterAll(() => city.close());
const says = async (said: string) => (await city.person("李明").says(said))[0];
afterEach(async () => {
  await says("不记了");
});

test.for([
  "再加一条,今天上午接待群众2人",
  "还有一条,今天上午接待群众2人",
  "另外一条:今天上午接待群众2人",
  "再补一条,今天上午接待群众2人",
])("a deputy who says %s tells of two people, and of no 一条", async (said) => {
  const card = await says(said);
  expect(card?.text).toContain("2人");
  expect(card?.text).not.toContain("1条");
});

test("a deputy who collected one opinion has it counted", async () => {
  expect((await says("今天接待选民2人,收集意见1条"))?.text).toContain("1条");
});

test.for([
  ["日期", "前天", "12月19日"],
  ["改地点", "龙里村", "龙里村"],
  ["数量", "8户", "8户"],
] as const)("a deputy who taps 要改一改 and says %s is heard with %s", async ([field, value, shown]) => {
  await says("今天走访马场村3户");
  await city.person("李明").taps("要改一改");
  await says(field);
  const card = await says(value);
  expect(card?.kind).toBe("report.card");
  expect(card?.text).toContain(shown);
});
