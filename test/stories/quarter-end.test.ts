import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-29T09:00:00+08:00");
});
afterAll(() => city.close());

const file = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};

test("deputies report over the quarter, and one is entered by the clerk", async () => {
  await file("李明", "7月8日走访黄连村12户");
  await file("王芳", "7月8日走访黄连村12户");
  await file("陈建国", "8月11日在羊昌镇政府接待选民6人");
  await file("吴红梅", "9月3日走访麦坪村9户");
  const clerk = city.person("刘敏");
  await clerk.says("代报 杨秀英 9月10日走访石关村3户");
  await clerk.says("对");
  expect((await city.person("杨秀英").says("对"))[0]?.text).toContain("已确认");
});

test("the clerk reminds who is missing, verifies what was listed, and the figure explains itself", async () => {
  const clerk = city.person("刘敏");
  expect((await clerk.says("未报 三季度"))[0]?.text).toContain("罗文军");
  expect((await clerk.says("催 未报 三季度"))[0]?.text).toContain("要提醒1位");
  await clerk.taps("对，提醒他们");
  await file("罗文军", "昨天走访新场村4户");
  expect((await clerk.says("核实 全部 三季度"))[0]?.text).toContain("待核实5条");
  expect((await clerk.taps("对，核实这5条"))[0]?.text).toContain("已核实5条");
  const [figure] = await clerk.says("统计 羊昌镇 三季度");
  expect(figure?.text).toContain("4次(5条记录，5位代表)");
  expect(figure?.text).toContain("19户");
  const [why] = await clerk.says("为什么");
  expect(why?.text).toContain("由5条记录得出");
});

test("the office sees the same quarter for the district, and every answer is short", async () => {
  const office = city.person("孙丽");
  const [figure] = await office.says("统计 三季度");
  expect(figure?.text).toContain("5次(6条记录，6位代表)");
  const [cut] = await office.says("按镇街");
  expect(cut?.text).toContain("东风镇 1次(9户)");
  const heard = CAST_NAMES.flatMap((name) => city.person(name).heard());
  for (const { text, kind } of heard.filter((one) => one.kind.startsWith("figures."))) {
    expect([kind, Array.from(text).length <= 300]).toEqual([kind, true]);
    expect([kind, text.split("\n").length <= 8]).toEqual([kind, true]);
  }
});

const CAST_NAMES = ["李明", "王芳", "陈建国", "杨秀英", "罗文军", "吴红梅", "刘敏", "孙丽"];
