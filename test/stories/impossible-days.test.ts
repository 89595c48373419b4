import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

// Sent on 16 September 2026: some of these days lie behind, some ahead, none exists.
test.for([
  "9月31日走访了3户",
  "2026年9月31日走访了3户",
  "11月31日接待选民3人",
  "4月31号走访黄连村3户",
  "六月三十一号走访3户",
  "2月30日走访3户",
  "2月31日走访3户",
  "2025年2月29日走访3户",
  "13月2号走访3户",
  "9月32日走访3户",
  "9.31走访3户",
  "2026-09-31走访3户",
  "9月0日走访3户",
  "32号走访3户",
  "本月31日走访3户",
])("%s names a day that does not exist: it is asked about, with an example", async (said) => {
  const li = city.person("李明");
  const [question, ...more] = await li.says(said);
  expect([question?.kind, more]).toEqual(["report.question", []]);
  expect(question?.text).toMatch(/没有“.*”这一天.*比如/u);
  await li.says("不记了");
});

test("another such day is no answer, and no correction", async () => {
  const li = city.person("李明");
  await li.says("9月31日走访了3户");
  expect((await li.says("11月31日"))[0]?.kind).toBe("report.not-read");
  const [card] = await li.says("9月14日");
  expect(card?.text).toContain("9月14日(周一)");
  expect((await li.says("改时间 9月31日"))[0]?.kind).toBe("report.not-read");
  expect((await li.says("对"))[0]?.text).toContain("9月14日(周一)");
});

test("a house with number 32 is a place, and a day ahead is still a plan", async () => {
  const li = city.person("李明");
  const [card] = await li.says("昨天走访人民路32号3户");
  expect(card?.kind).toBe("report.card");
  await li.says("不记了");
  expect((await li.says("明天走访5户"))[0]?.kind).toBe("help.chat");
});
