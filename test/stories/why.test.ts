import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.person("李明").says("9月12日走访黄连村12户");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

test.for([
  ["刘敏", "未报 本月", "一条记录也没有"],
  ["刘敏", "待办", "办一件少一件"],
  ["刘敏", "意见", "撤销的不算"],
  ["李明", "我的意见", "撤销的不算"],
  ["居民", "我的意见", "撤销的不算"],
] as const)("%s asks 为什么 after %s and hears how that one is counted", async ([name, question, how]) => {
  const person = city.person(name);
  if (name !== "居民") await person.says(name === "李明" ? "我的履职" : "统计 羊昌镇 走访 9月");
  await person.says(question);
  const [why] = await person.says("为什么");
  expect(why?.kind).toBe("figures.explained");
  expect(why?.text).toContain(how);
  expect(why?.text).not.toContain("履-2026");
});

test("after one's own attendance 为什么 tells each activity, what it was counted as, and the rule", async () => {
  await city.person("杨秀英").says("我的出勤");
  const [why] = await city.person("杨秀英").says("为什么");
  expect(why?.kind).toBe("figures.attendance-lines");
  for (const piece of ["缺席，没有批准的请假", "还没定稿，不算", "辞职制度", "异议 活-2026-001 当天我在会场"])
    expect(why?.text).toContain(piece);
});

test("whoever asks why has the absence before all else, and what lies ahead in one line at the end", async () => {
  for (const day of [20, 21, 22, 23, 24]) {
    await city.person("刘敏").says(`发布活动 10月${day}日上午9点 羊昌镇代表小组 小组活动`);
    await city.person("刘敏").says("对");
  }
  await city.person("杨秀英").says("我的出勤");
  const [why] = await city.person("杨秀英").says("为什么");
  expect(why?.text.length).toBeLessThanOrEqual(300);
  expect(why?.text.split("\n").length).toBeLessThanOrEqual(8);
  expect(why?.text.split("\n")[1]).toMatch(/^7月18日\(周六\) 活-2026-001 缺席/u);
  expect(why?.text).toContain("还没到的6场不算。");
  expect(why?.text).not.toContain("10月20日");
});

test("after a figure made of records it names them, however many others were shown before", async () => {
  await city.person("刘敏").says("待办");
  await city.person("刘敏").says("统计 羊昌镇 走访 9月");
  const [why] = await city.person("刘敏").says("为什么");
  expect(why?.text).toContain("履-2026-00001");
});

test("a figure that is not made of records cannot be divided, and what can is said", async () => {
  await city.person("刘敏").says("缺席 今年");
  const [cut] = await city.person("刘敏").says("按月");
  expect(cut?.text).toContain("不能这样分");
  expect(cut?.text).toContain("统计 羊昌镇");
});

test.for([
  ["陌生人", "我的意见"],
  ["区水务局", "待办"],
  ["王芳", "我的履职"],
  ["赵勇", "统计 东风镇"],
] as const)(
  "%s, who has asked for nothing yet, is told of a figure that is his to ask for",
  async ([name, sample]) => {
    const [answer] = await city.person(name).says("为什么");
    expect(answer?.text).toContain(sample);
  },
);
