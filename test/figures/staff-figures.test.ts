import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
const report = async (name: string, said: string): Promise<void> => {
  await city.person(name).says(said);
  await city.person(name).says("对");
};
beforeAll(async () => {
  city = await openCity();
  await report("李明", "5月12日走访黄连村12户");
  await report("王芳", "5月12日走访黄连村10户");
  await report("王芳", "6月3日走访平寨村8户");
  await report("吴红梅", "5月20日走访麦坪村30户");
});
afterAll(() => city.close());

test("a clerk sees the township's figure: one occasion that two reported is one", async () => {
  const [answer] = await city.person("刘敏").says("统计 羊昌镇 走访 二季度");
  expect(answer?.text).toContain("羊昌镇 2026年二季度 走访群众：");
  expect(answer?.text).toContain("2次(3条记录，2位代表)");
  expect(answer?.text).toContain("20户");
  expect(answer?.text).toContain("上年同期(2025年二季度)没有记录");
});

test("为什么 lists every record with its deputy", async () => {
  const [answer] = await city.person("刘敏").says("为什么");
  expect(answer?.text).toContain("由3条记录得出");
  expect(answer?.text).toContain("履-2026-00002 王芳 走访群众 5月12日(周二) 10户");
});

test("the figure is divided by deputy in the order of the roster", async () => {
  const [answer] = await city.person("刘敏").says("按代表");
  expect(answer?.text.split("\n").slice(1)).toEqual([
    "李明 1次(12户)",
    "王芳 2次(18户)",
    "没有记录的代表不在里面，看他们说：未报",
  ]);
});

test("what lies outside the scope reads like what does not exist", async () => {
  const clerk = city.person("刘敏");
  const [elsewhere] = await clerk.says("统计 东风镇 走访 二季度");
  const [nowhere] = await clerk.says("统计 西风镇 走访 二季度");
  expect(elsewhere?.kind).toBe("figures.refused");
  expect(elsewhere?.text).toBe(nowhere?.text.replace("西风镇", "东风镇"));
  const [other] = await clerk.says("代表 吴红梅");
  const [nobody] = await clerk.says("代表 吴白梅");
  expect(other?.text).toBe(nobody?.text);
});

test("the office sees the district, by township", async () => {
  const office = city.person("孙丽");
  const [answer] = await office.says("东风镇二季度走访了多少户");
  expect(answer?.text).toContain("30户");
  const [all] = await office.says("统计 走访 二季度");
  expect(all?.text).toContain("乌当区 2026年二季度 走访群众：");
  expect(all?.text).toContain("50户");
  const [cut] = await office.taps("按镇街");
  expect(cut?.text).toContain("东风镇 1次(30户)");
  expect(cut?.text).toContain("羊昌镇 2次(20户)");
});

test("a line is tapped to see what it was made of, down to the records", async () => {
  const office = city.person("孙丽");
  await office.says("统计 走访 二季度");
  await office.taps("按镇街");
  const [town] = await office.taps("羊昌镇");
  expect(town?.text).toContain("羊昌镇 2026年二季度 走访群众：\n2次(3条记录，2位代表)");
  await office.taps("按代表");
  const [deputy] = await office.taps("王芳");
  expect(deputy?.text).toContain("羊昌镇 王芳 2026年二季度 走访群众：\n2次(2条记录，1位代表)");
  const [records] = await office.taps("看每一条");
  expect(records?.text).toContain("由2条记录得出");
  await office.taps("按月");
  expect((await office.taps("2026年6月"))[0]?.text).toContain("1次(1条记录，1位代表)");
});

test("a word that means nothing is asked about instead of being left out", async () => {
  const [answer] = await city.person("孙丽").says("统计 火星 走访 二季度");
  expect(answer?.kind).toBe("figures.not-read");
  expect(answer?.text).toContain("火星");
});

test("who has no record in a month is listed", async () => {
  const [answer] = await city.person("刘敏").says("未报 6月");
  expect(answer?.text).toContain("4位(共5位)");
  expect(answer?.text).toContain("李明、陈建国、杨秀英、罗文军");
});

test("a deputy's year at a glance", async () => {
  const [answer] = await city.person("孙丽").says("代表 杨秀英");
  expect(answer?.text).toContain("杨秀英代表(羊昌镇代表小组)");
  expect(answer?.text).toContain("活动应到1次：到会0、请假0、缺席1");
});

test("a deputy may not see the figures of a township", async () => {
  const [answer] = await city.person("李明").says("统计 羊昌镇 走访 二季度");
  expect(answer?.kind).toBe("figures.refused");
});

test("absences are listed with the activity, in the clerk's own township only", async () => {
  const [answer] = await city.person("刘敏").says("缺席 今年");
  expect(answer?.text).toContain("缺席1人次");
  expect(answer?.text).toMatch(/杨秀英 7月18日.* 活-2026-001/u);
  expect((await city.person("赵勇").says("缺席 今年"))[0]?.text).toContain("没有缺席");
});

test("a deputy sees the own attendance, with how to object", async () => {
  const [answer] = await city.person("杨秀英").says("我的出勤");
  expect(answer?.text).toContain("应到1次");
  expect(answer?.text).toContain("缺席1次");
  expect(answer?.text).toContain("异议");
  expect((await city.person("吴红梅").says("我的出勤"))[0]?.text).toContain("还没有定稿的活动");
});
