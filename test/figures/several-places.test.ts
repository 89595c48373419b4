import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";
import { tableOf } from "#test/support/table-of.ts";

// A figure is of the places that were named and of no other, each with a line of its own.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  await fileAll(city, [
    ["吴红梅", "9月8日在东风镇代表联络站接待选民6人"],
    ["李明", "11月2日走访黄连村7户"],
    ["张伟", "11月3日走访新堡村12户"],
  ]);
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
  ["黄连村和平寨村今年走访多少户", "黄连村1次(7户)\n平寨村：没有计入的记录"],
  ["黄连村、新堡村和羊昌镇今年走访多少户", "黄连村1次(7户)\n新堡村1次(12户)\n羊昌镇1次(7户)"],
  ["羊昌镇和东风镇联络站今年接待多少人", "羊昌镇、东风镇代表联络站 2026年 接待选民：\n1次"],
  ["羊昌镇和东风镇工作站今年接待多少人", "羊昌镇(没有查到东风镇工作站，不在内) 2026年 接待选民"],
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

test("a deputy's own is counted where he asks about it, and nowhere else", async () => {
  const li = city.person("李明");
  await li.says("11月5日走访甘庄村9户");
  await li.says("对");
  for (const words of ["我今年在黄连村走访了几户", "我11月在黄连村走访了多少户"]) {
    const [answer] = await li.says(words);
    expect(answer?.text).toMatch(/^您 黄连村 2026年(?:11月)? 走访群众：\n1次\(1条记录\)\n7户/u);
    expect((await li.taps("看每一条"))[0]?.text).toContain("由1条记录得出");
  }
  expect((await li.says("我今年在羊昌镇走访了几户"))[0]?.kind).toBe("figures.not-heeded");
  expect((await li.says("本月走访"))[0]?.text).toContain("您 2026年11月 走访群众：\n2次(2条记录)\n16户");
});

test.for(["走访最多的是谁", "全镇走访最多的是谁", "本月最少的代表是谁"])(
  "%s: nobody is ranked",
  async (words) => {
    for (const name of ["孙丽", "李明"]) expect((await asked(name, words))?.text).toContain("不排名");
  },
);

test("the table of two townships has a line for the one without records", async () => {
  const { sums } = await tableOf(city, "孙丽", "导出 东风镇和羊昌镇 三季度");
  expect(sums).toContainEqual(expect.arrayContaining(["镇街", "东风镇", 1, 1]));
  expect(sums).toContainEqual(expect.arrayContaining(["镇街", "羊昌镇", 0, 0]));
});

test.for([
  ["昨天报了几条", "乌当区 11月25日：\n没有计入的记录"],
  ["本月报了几条", "乌当区 2026年11月：\n3次"],
  ["联络站今年接待多少人", "按联络站\n羊昌镇代表联络站 0次\n东风镇代表联络站 1次(6人)"],
  ["全区一共做了多少件实事", "“多少件实事”现在还查不了"],
  ["待核实的有多少", "待核实4条"],
  ["羊昌镇还有多少没核实", "羊昌镇 历年待核实2条"],
  ["有多少群众反映路灯问题", "没有提到“路灯”的群众意见"],
])("%s of the office is answered as it was asked", async ([words = "", figure = ""]) => {
  expect((await asked("孙丽", words))?.text).toContain(figure);
  await city.person("孙丽").says("不用了");
});

test("a village that is tapped is the figure of that one alone, and 各镇 tells where nothing was done as well", async () => {
  await asked("孙丽", "黄连村和新堡村今年走访多少户");
  const [one] = await city.person("孙丽").taps("新堡村");
  expect(one?.text).toContain("新堡村 2026年 走访群众：\n1次");
  const answer = await asked("孙丽", "各镇三季度接待了多少人");
  expect(answer?.text).toContain("按镇街");
  expect(answer?.text).toContain("东风镇 1次(6人)");
  expect(answer?.text).toContain("羊昌镇 0次");
  expect((await asked("孙丽", "各小组三季度接待多少人"))?.text).toContain(
    "羊昌镇代表小组 0次\n东风镇代表小组 1次",
  );
});
