import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";

// What is said of kinds, places and deputies in ordinary words, and how a figure is explained.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "11月2日走访元宝村12户"],
    ["李明", "11月20日在黄连村开群众座谈会,来了30人"],
    ["王芳", "11月21日走访龙里村3户"],
    ["张伟", "11月3日走访新堡村5户"],
  ]);
});
afterAll(() => city.close());

const told = async (words: string, name = "刘敏"): Promise<string> =>
  (await city.person(name).says(words)).map(({ text }) => text).join("\n");

describe("a village that is on no register is where something was done", () => {
  test.each([
    ["元宝村今年走访了几户", /^元宝村 2026年 走访群众：\n1次[^]*12户/u],
    ["统计 元宝村 走访", /^元宝村 2026年 走访群众：\n1次/u],
    ["元宝村的走访情况", /^元宝村 2026年 走访群众：\n1次/u],
    ["龙里村今年走访几户", /^龙里村 2026年 走访群众：\n1次[^]*3户/u],
    ["火星村今年走访了几户", /没有查到这个地方或单位：火星村/u],
    ["统计 东风镇 走访", /没有查到这个地方或单位：东风镇/u],
  ] as const)("%s", async (words, answer) => {
    expect(await told(words)).toMatch(answer);
  });

  test("elsewhere it reads like one that does not exist", async () => {
    expect(await told("元宝村今年走访了几户", "赵勇")).toContain("没有查到这个地方或单位：元宝村");
  });
});

describe("kinds in the words of every day", () => {
  test.each([
    ["村里的座谈会今年开了几次", /2026年 群众座谈会：\n1次/u],
    ["座谈会几次", /2026年 群众座谈会：\n1次/u],
    ["统计 座谈会 今年", /2026年 群众座谈会：\n1次/u],
    ["走访加座谈会一共几次", /走访群众2次[^]*群众座谈会1次/u],
    ["走访群众+接待选民 今年", /走访群众2次[^]*接待选民：没有/u],
    ["11月走访的是哪些人", /走访群众[^]*按代表\n李明 1次/u],
    ["建议提了几件", /2026年 提出建议：\n没有/u],
    ["代表提建议多少件", /2026年 提出建议：\n没有/u],
    ["谁缺席了小组活动", /缺席/u],
  ] as const)("%s", async (words, answer) => {
    expect(await told(words)).toMatch(answer);
  });
});

describe("what is told apart keeps its stretch of time and its kinds", () => {
  test.each([
    [
      "李明和王芳去年走访、接待各多少",
      ["统计 李明 去年 走访群众 接待选民", "统计 王芳 去年 走访群众 接待选民"],
    ],
    ["李明和王芳11月走访了几户", ["统计 李明 11月 走访群众", "统计 王芳 11月 走访群众"]],
    ["各镇三季度走访和接待", ["统计 走访群众 三季度 按镇街", "统计 接待选民 三季度 按镇街"]],
    ["李明三季度和四季度各走访多少户", ["统计 李明 三季度 走访群众", "统计 李明 四季度 走访群众"]],
    ["11月和去年12月", ["统计 11月", "统计 去年12月"]],
  ] as const)("%s", async (words, labels) => {
    const said = await city.person("孙丽").says(words);
    expect(said.flatMap(({ choices }) => choices.map(({ label }) => label))).toEqual(labels);
  });

  test("a tap on one is of that stretch", async () => {
    expect(await told("统计 李明 11月 走访群众 接待选民", "孙丽")).toMatch(
      /李明 2026年11月：\n走访群众1次\(12户\)/u,
    );
  });

  test("two places held against each other have a line each", async () => {
    expect(await told("比较一下羊昌镇和东风镇11月的走访", "孙丽")).toMatch(
      /^羊昌镇、东风镇 2026年11月 走访群众[^]*东风镇 1次\(5户\)\n羊昌镇 2次\(15户\)/u,
    );
  });
});

describe("怎么算的 is of the figure that was shown", () => {
  test.each(["怎么算的", "这是怎么算的", "怎么统计的", "这个数怎么算的", "咋算的?"])("%s", async (words) => {
    await told("今年走访多少");
    expect(await told(words)).toMatch(
      /由2条记录得出\n履-2026-00003 王芳 走访群众 11月21日\(周六\) 3户 龙里村\n/u,
    );
  });

  test("how absences are judged is still told", async () => {
    expect(await told("缺席怎么算的")).toContain("关于缺席");
  });
});

describe("a clerk who asks of the own town and of another", () => {
  test.each([
    ["羊昌镇和东风镇今年走访多少户", /^羊昌镇\(没有查到东风镇，不在内\) 2026年 走访群众：/u],
    ["统计 羊昌镇 东风镇 今年", /^羊昌镇\(没有查到东风镇，不在内\) 2026年：/u],
    ["羊昌镇和无名镇今年走访多少户", /^羊昌镇\(没有查到无名镇，不在内\) 2026年 走访群众：/u],
    ["黄连村和火星村今年走访多少户", /火星村/u],
    ["东风镇和无名镇今年走访多少户", /没有查到这个地方或单位：东风镇、无名镇/u],
  ] as const)("%s", async (words, answer) => {
    expect(await told(words, "刘敏")).toMatch(answer);
  });
});

describe("a group of a village is less than the village", () => {
  beforeAll(async () => {
    await city.person("陈建国").says("11月22日走访黄连村四组8户");
    await city.person("陈建国").says("对");
  });
  test.each([
    ["刘敏", "黄连村四组去过几户", /^黄连村四组 2026年：\n1次[^]*8户/u],
    ["刘敏", "黄连村四组今年走访几户", /^黄连村四组 2026年 走访群众：\n1次[^]*8户/u],
    ["刘敏", "黄连村五组去过几户", /^黄连村五组 2026年：\n没有计入/u],
    ["刘敏", "黄连村今年走访多少户", /^黄连村 2026年 走访群众：\n1次[^]*8户/u],
    ["陈建国", "我在黄连村四组走访了几户", /^您 黄连村四组 2026年 走访群众：\n1次[^]*8户/u],
    ["赵勇", "黄连村四组今年走访几户", /没有查到这个地方或单位/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(words, name)).toMatch(answer);
  });
});
