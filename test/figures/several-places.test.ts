import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A figure is of the places that were named and of no other, each with a line of its own.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  for (const [name, line] of [
    ["吴红梅", "9月8日在东风镇代表联络站接待选民6人"],
    ["李明", "11月2日走访黄连村7户"],
    ["张伟", "11月3日走访新堡村12户"],
  ] as const) {
    await city.person(name).says(line);
    await city.person(name).says("对");
  }
});
afterAll(() => city.close());

const asked = async (name: string, words: string) => {
  const [answer, ...more] = await city.person(name).says(words);
  expect(more).toEqual([]);
  return answer;
};

test.for([
  "东风镇和羊昌镇 本月 走访",
  "统计 东风镇和羊昌镇 本月 走访",
  "羊昌和东风本月走访了多少户",
  "本月走访 羊昌镇 东风镇",
])("%s: the two townships alone, by their names", async (words) => {
  const answer = await asked("孙丽", words);
  expect(answer?.text).toMatch(/^(?:东风镇、羊昌镇|羊昌镇、东风镇) 2026年11月 走访群众：2次/u);
  expect(answer?.text).toContain("按镇街\n东风镇 1次(12户)\n羊昌镇 1次(7户)");
  const [why] = await city.person("孙丽").taps("看每一条");
  expect(why?.text).toContain("由2条记录得出");
});

test("a township that was named has its line though nothing was done there", async () => {
  const answer = await asked("孙丽", "统计 东风镇和羊昌镇 本月 接待");
  expect(answer?.text).toContain("东风镇、羊昌镇 2026年11月 接待选民：没有计入的记录");
  expect((await asked("孙丽", "东风镇和羊昌镇三季度接待多少人"))?.text).toContain(
    "东风镇 1次(6人)\n羊昌镇 0次",
  );
});

test("what follows a figure of two townships is of these two as well", async () => {
  await city.person("孙丽").says("统计 东风镇和羊昌镇 本月 走访");
  expect((await asked("孙丽", "按代表"))?.text).toContain(
    "东风镇、羊昌镇 2026年11月 走访群众 按代表\n李明 1次",
  );
  expect((await asked("孙丽", "未报 东风镇和羊昌镇 本月"))?.text).toContain(
    "东风镇、羊昌镇 2026年11月还没有",
  );
  expect((await asked("孙丽", "缺席 东风镇和羊昌镇 今年"))?.text).toContain("东风镇、羊昌镇");
});

test.for([
  ["羊昌镇代表小组和东风镇代表小组今年走访", "羊昌镇代表小组 1次(7户)"],
  ["羊昌今年走访了多少户", "羊昌镇 2026年 走访群众：\n1次"],
  ["东风本月走访", "东风镇 2026年11月 走访群众：\n1次"],
  ["羊昌镇黄连村今年走访多少户", "黄连村 2026年 走访群众：\n1次"],
  ["本月走访", "乌当区 2026年11月 走访群众：\n2次"],
  ["黄连村和平寨村今年走访多少户", "几个村(社区)要一个一个看"],
  ["羊昌镇和东风镇联络站今年接待多少人", "没有查到这个地方或单位：东风镇联络站"],
])("%s: of that place, and of no other", async ([words = "", figure = ""]) => {
  expect((await asked("孙丽", words))?.text).toContain(figure);
});

test.for(["本月哪些代表报了", "本月谁报了履职", "这个月有谁报了"])(
  "%s: who did, each by name",
  async (words) => {
    const answer = await asked("孙丽", words);
    expect(answer?.text).toContain("按代表\n李明 1次(7户)\n张伟 1次(12户)");
  },
);

test("each month of a kind is no list of who did not report", async () => {
  expect((await asked("孙丽", "今年每个月的走访"))?.text).toContain("按月\n2026年11月 2次(19户)");
});

test.for(["昨天走访羊昌镇", "张伟本月走访平寨村3户"])("%s of staff stays a deed", async (words) => {
  const [answer] = await city.person("刘敏").says(words);
  expect(answer?.kind).not.toMatch(/^figures\./u);
  await city.person("刘敏").says("不记了");
});
