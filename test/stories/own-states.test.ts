import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A deputy asks how the own records stand; a clerk names a deputy, and what of his waits goes back or is asked about.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T18:00:00+08:00");
  for (const [name, line] of [
    ["李明", "12月1日走访马场村6户"],
    ["李明", "11月30日调解纠纷2件"],
    ["王芳", "12月1日走访黄连村4户"],
  ] as const) {
    await city.person(name).says(line);
    await city.person(name).says("对");
  }
  await city.person("刘敏").says("核实 履-2026-00001");
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words)).map((one) => one.text).join("\n");
const [YES, NO] = [/履-2026-00001 .*\(已核实\)/u, /履-2026-00002 .*\(待核实\)/u];

test.for(["我报的哪些已经核实了", "我的哪几条核实了", "已经核实的有哪些"])(
  "%s lists those alone",
  async (words) => {
    const text = await told("李明", words);
    expect(text).toMatch(/履-2026-00001|1次\(1条记录\)/u);
    expect(text).not.toContain("履-2026-00002");
  },
);

test.for(["我哪些还没核实", "我报的哪几条没核实"])("%s lists what waits", async (words) => {
  const text = await told("李明", words);
  expect(text).toMatch(NO);
  expect(text).not.toContain("履-2026-00001");
});

test.for([
  ["12月1号那条核实了没有", true],
  ["昨天的走访核实了吗", true],
  ["走访那条核实没有", true],
  ["11月30号那条核实了没有", false],
] as const)("%s: how that one stands", async ([words, is]) => {
  const text = await told("李明", words);
  expect(text).toMatch(is ? YES : NO);
  expect(text).not.toMatch(is ? NO : YES);
});

test.for(["我的记录核实了没有", "我的履职都核实了吗"])("%s: how each stands", async (words) => {
  const text = await told("李明", words);
  expect(text).toMatch(YES);
  expect(text).toMatch(NO);
  expect(text).not.toContain("履-2026-00003");
});

test("of photos those records are told that have any", async () => {
  expect(await told("李明", "我的照片有几张")).toContain("有照片或附件的：没有这样的记录");
});

test.for(["改 履-2026-00002 时间 2月30日", "履-2026-00002 改到11月31号"])(
  "%s: there is no such day",
  async (words) => {
    const text = await told("李明", words);
    expect(text).toMatch(/没有“(?:2月30日|11月31号)”这一天，没有改动/u);
    expect(await told("李明", "履-2026-00002")).toContain("11月30日");
  },
);

test.for([
  ["李明的退回去,户数不对", "履-2026-00002", "户数不对"],
  ["退回李明的,地点没写清", "履-2026-00002", "地点没写清"],
  ["王芳那条改成5户", "履-2026-00003", "请改成5户"],
  ["给王芳改一下,她12月1号的走访是5户", "履-2026-00003", "应该是5户"],
] as const)("%s: what of his or hers waits, shown before it goes back", async ([words, number, reason]) => {
  const text = await told("刘敏", words);
  expect(text).toContain("这1条都退回吗");
  expect(text).toContain(number);
  expect(text).toContain(reason);
  expect(await told("刘敏", "不用了")).toContain("一条也没有退回");
});

test("of several it is asked which, and only that one is shown then", async () => {
  await told("李明", "昨天接待选民8人");
  await told("李明", "对");
  const clerk = city.person("刘敏");
  const [asked] = await clerk.says("李明的退回去,人数不对");
  expect(asked?.text).toMatch(
    /李明代表待核实的有2条，退回哪一条？还没有退。\n履-2026-00002 .*\n履-2026-00004 /u,
  );
  const [sure] = await clerk.taps("退回 履-2026-00004");
  expect(sure?.text).toMatch(/要退回吗？履-2026-00004[^]*理由：人数不对/u);
  await clerk.says("不用了");
});

test("of whom nothing waits nothing goes back, and of somebody elsewhere nothing is told", async () => {
  expect(await told("刘敏", "陈建国的退回去,户数不对")).toContain("没有等您核实的记录");
  expect(await told("刘敏", "吴红梅的退回去,户数不对")).toContain("没有查到这位代表");
  expect(await told("李明", "王芳的退回去,户数不对")).not.toContain("履-2026-00003");
});

test("改时间 of what was filed just now to a day that does not exist says so", async () => {
  await told("王芳", "昨天慰问困难户2户");
  await told("王芳", "对");
  expect(await told("王芳", "改时间 2月30日")).toContain("没有“2月30日”这一天，没有改动");
  expect(await told("王芳", "改时间 11月30日")).toContain("已改好");
});

test.for(["履-2026-00003是谁的", "把履-2026-00003详细给我看", "履-2026-00003的详细情况"])(
  "%s shows that record",
  async (words) => expect(await told("刘敏", words)).toContain("履-2026-00003 王芳 走访群众"),
);

test.for(["这4户是怎么来的", "为什么羊昌镇是这么多"])(
  "%s lists the records behind the figure",
  async (words) => {
    await told("刘敏", "统计 走访 今年");
    expect(await told("刘敏", words)).toMatch(/由\d条记录得出/u);
  },
);

test.for(["12月还没报的催一下", "把本月没报的都催一遍"])(
  "%s shows first who would be reminded",
  async (words) => {
    const text = await told("刘敏", words);
    expect(text).toMatch(/陈建国[^]*杨秀英|杨秀英[^]*陈建国/u);
    expect(text).not.toContain("那天没有您管的活动");
    await told("刘敏", "不用了");
  },
);
