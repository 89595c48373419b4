import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// 王芳 and 刘敏 (clerk) are of 羊昌镇, 蒙小兰 of 东风镇; 孙丽 sits in the district's office.
let city: City;
beforeAll(async () => {
  city = await openCity();
  const file = async (name: string, said: string): Promise<void> => {
    await city.person(name).says(said);
    await city.person(name).says("对");
  };
  for (let day = 1; day <= 7; day += 1) await file("王芳", `9月${day}日走访黄连村${day}户`);
  await file("王芳", "群众反映黄连村二组路灯坏了三天");
  await file("蒙小兰", "昨天走访水塘村3户");
  await city.person("陈建国").says("请假 出差");
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words))[0]?.text ?? "";

test("待办 of a township has what waits there and nothing else, however it is asked", async () => {
  const all = await told("孙丽", "待办");
  const here = await told("孙丽", "待办 羊昌镇");
  expect(here).toMatch(/^羊昌镇等您办的/u);
  expect(here).toContain("待核实的记录7条");
  expect(all).toContain("待核实的记录8条");
  expect(await told("孙丽", "羊昌镇的待办")).toBe(here);
  const there = await told("孙丽", "东风镇待办有哪些?");
  expect(there).toContain("待核实的记录1条");
  expect(there).not.toMatch(/王芳|陈建国|准假|群众意见/u);
});

test("one kind of it is listed of that township only, and its buttons stay there", async () => {
  expect(await told("孙丽", "待办 羊昌镇 核实")).toContain("羊昌镇待核实的记录7条");
  expect(await told("孙丽", "待办 核实 羊昌镇 第2页")).toContain("第2页");
  expect(await told("孙丽", "待办 核实 东风镇")).toContain("蒙小兰");
  expect(await told("孙丽", "待办 请假 东风镇")).toContain("没有东风镇待批的请假");
  await city.person("孙丽").says("待办 羊昌镇");
  const [listed] = await city.person("孙丽").taps("看待核实的记录");
  expect(listed?.text).toContain("羊昌镇待核实的记录7条");
});

test("a place outside the clerk's own reads like one that does not exist, and a deputy is told of no place", async () => {
  expect(await told("刘敏", "待办 羊昌镇")).toContain("待核实的记录7条");
  const outside = await told("刘敏", "待办 东风镇");
  expect(outside).toContain("没有查到");
  expect(await told("刘敏", "待办 西风镇")).toBe(outside);
  expect(await told("刘敏", "东风镇的待办")).toBe(outside);
  const [refused] = await city.person("王芳").says("待办 羊昌镇");
  expect(refused?.kind).toBe("figures.refused");
});
