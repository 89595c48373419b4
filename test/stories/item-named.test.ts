import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// On a card of several things a correction that names one of them is of that one.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterAll(() => city.close());

const VISIT = "【走访群众】12月1日(周二)\uFF0C新堡村\uFF0C5户";
const RECEPTION = "【接待选民】11月30日(周一)\uFF0C";

test.for([
  ["第二条是6人", `${RECEPTION}6人`],
  ["②是8人", `${RECEPTION}8人`],
  ["接待那条改成7人", `${RECEPTION}7人`],
  ["第二条时间改成11月28日", "【接待选民】11月28日(周六)"],
  ["改第二条 时间 11月27日", "【接待选民】11月27日(周五)"],
  ["第2条,地点改成石头村", "石头村"],
] as const)("%s: the second, and the first stays as it is", async ([said, shown]) => {
  const zhang = city.person("张伟");
  await zhang.says("昨天走访新堡村5户,前天接待选民3人");
  const [card] = await zhang.says(said);
  expect(card?.text).toContain(VISIT);
  expect(card?.text.split("\n").find((line) => line.includes("②"))).toContain(shown);
  await zhang.says("不记了");
});

test("the first by its number, where no words tell which it is asked, and one that is not there is no other", async () => {
  const zhang = city.person("张伟");
  await zhang.says("昨天走访新堡村5户,前天接待选民3人");
  expect((await zhang.says("第一条是9户"))[0]?.text).toContain("新堡村\uFF0C9户");
  expect((await zhang.says("改时间 11月29日"))[0]?.text).toContain("要改的是哪一条");
  expect((await zhang.taps("改①"))[0]?.text).toContain("【走访群众】11月29日");
  expect((await zhang.says("第三条是6人"))[0]?.kind).toBe("report.not-read");
  expect((await zhang.taps("要改一改"))[0]?.text).toContain("第二条时间改成昨天");
  await zhang.says("不记了");
});
