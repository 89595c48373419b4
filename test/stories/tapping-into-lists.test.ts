import { afterAll, beforeAll, expect, test } from "vitest";
import { absentAgain } from "#test/support/absent-again.ts";
import { type City, openCity } from "#test/support/city.ts";

// Every line of a list leads on to what it is about: by a tap, or by saying the name or the number that stands there.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-20T10:00:00+08:00");
  for (const line of [
    "12月18日走访黄连村7户",
    "群众反映黄连村二组路灯坏了三天",
    "群众反映黄连村垃圾没人清运",
  ]) {
    await city.person("王芳").says(line);
    await city.person("王芳").says("对");
  }
  await absentAgain(city, "杨秀英", 2);
});
afterAll(() => city.close());

const labels = async (words: string, name = "刘敏"): Promise<readonly string[]> =>
  (await city.person(name).says(words))[0]?.choices.map((one) => one.label) ?? [];
const opens = async (label: string): Promise<string> =>
  (await city.person("刘敏").taps(label))[0]?.text ?? "";

test("who has no record is a tap away from the page of him or her", async () => {
  expect(await labels("未报 本月")).toEqual(expect.arrayContaining(["李明", "陈建国"]));
  expect(await opens("陈建国")).toContain("陈建国代表(羊昌镇代表小组)");
});

test("only those are tapped who stand in the lines, each once", async () => {
  const [first, second] = [await labels("未报 2025年5月", "孙丽"), await city.person("孙丽").taps("下一页")];
  const names = second[0]?.choices
    .map((one) => one.label)
    .filter((one) => /^[\u4e00-\u9fff]{2,3}$/u.test(one));
  expect(first.filter((one) => names?.includes(one) === true && one !== "下一页")).toEqual([]);
  expect((await labels("缺席 今年")).filter((one) => one === "杨秀英")).toHaveLength(1);
});

test("who was absent, and who asked for leave, is opened by the name, tapped or said", async () => {
  await labels("缺席 今年");
  expect(await opens("杨秀英")).toContain("杨秀英代表(");
  await labels("缺席 今年");
  expect((await city.person("刘敏").says("杨秀英"))[0]?.kind).toBe("figures.profile");
});

test("opinions are opened by category, whatever became of them, and each by its number", async () => {
  const [road] = await labels("意见 今年");
  const all = await opens(road ?? "");
  expect(all).toMatch(/群众意见1条，新的在前\n意-2026-000\d /u);
  const number = /意-2026-\d+/u.exec(all)?.[0] ?? "";
  expect(await opens(number)).toContain(number);
  expect(await labels("意见 待办")).toEqual(expect.arrayContaining([number]));
  expect((await city.person("刘敏").says(number))[0]?.text).toContain(number);
});

test("the records behind a figure are opened by their numbers", async () => {
  await city.person("刘敏").says("统计 今年");
  const [number = ""] = (await city.person("刘敏").says("为什么"))[0]?.choices.map((one) => one.label) ?? [];
  expect(number).toMatch(/^履-2026-/u);
  expect(await opens(number)).toContain("黄连村");
});

test("a deputy opens what he or she brought", async () => {
  const [number = ""] = await labels("我的意见", "王芳");
  expect((await city.person("王芳").taps(number))[0]?.text).toContain(number);
});

test.for(["杨秀英", "杨秀英代表", "看看李明", "李明的履职情况", "李明代表的记录"])(
  "%s alone tells of no deed, and opens the page",
  async (words) => expect((await city.person("刘敏").says(words))[0]?.kind).toBe("figures.profile"),
);

test("a name of somebody elsewhere opens nothing", async () => {
  expect((await city.person("刘敏").says("吴红梅"))[0]?.kind).toBe("figures.refused");
});

test("a name in answer to whose record it is stays that answer", async () => {
  await city.person("刘敏").says("昨天走访马场村3户");
  expect((await city.person("刘敏").says("罗文军"))[0]?.text).toContain("替罗文军代表记");
  await city.person("刘敏").says("不用了");
});
