import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// What staff ask in a few words, and how they go on from what was shown.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "12月1日走访黄连村6户,群众反映垃圾没人清运"],
    ["李明", "10月20日走访黄连村4户"],
    ["王芳", "11月20日接待选民3人"],
    ["吴红梅", "11月3日走访新堡村5户"],
  ]);
});
afterAll(() => city.close());

const tell = (name: string, words: string) => answerTo(city.person(name), words);

test.for([
  "今年总的情况怎么样",
  "今年总体情况",
  "今年整体上怎么样",
  "全区今年情况如何",
  "今年履职情况怎么样",
  "今年干得怎么样",
])("%s: all that was done", async (words) => {
  expect(await tell("孙丽", words)).toMatch(/^乌当区 2026年：\n4次/u);
});

test("of a township and of a quarter, in the same words", async () => {
  expect(await tell("孙丽", "羊昌镇今年怎么样")).toMatch(/^羊昌镇 2026年：\n3次/u);
  expect(await tell("刘敏", "我们镇四季度总的来说怎么样")).toMatch(/^羊昌镇 2026年四季度：/u);
});

test.for(["今年的意见办得怎么样", "今年群众意见办理情况", "今年意见办到哪一步了", "今年的诉求处理得如何"])(
  "%s: how many were brought, and how many wait",
  async (words) => {
    const answer = await tell("孙丽", words);
    expect(answer).toContain("群众意见1条");
    expect(answer).not.toContain("您提的");
  },
);

test.for(["今年开了几次会", "今年召开了多少次会议", "上半年组织了几次活动"])(
  "%s: no figure tells of it, and no rule is shown instead",
  async (words) => expect(await tell("孙丽", words)).toContain("现在还查不了"),
);

test.for(["去黄连村的代表有几个", "去了黄连村的代表有哪些", "走访黄连村的人有谁"])(
  "%s: by name",
  async (words) => {
    const answer = await tell("孙丽", words);
    expect(answer).toContain("黄连村");
    expect(answer).toMatch(/按代表\n李明/u);
  },
);

test.for(["李代表今年走访多少户", "王代表今年接待了几次"])(
  "%s: the whole name is asked for, and nothing that is like it is offered",
  async (words) => {
    const answer = await tell("孙丽", words);
    expect(answer).toContain("名单里没有查到这位代表");
    expect(answer).not.toContain("是不是");
  },
);

describe("records of a mark", () => {
  test.for(["核实了几条", "今年核实了多少条记录"])("%s: those that were verified", async (words) => {
    expect(await tell("刘敏", words)).toMatch(/已核实|核实/u);
    expect(await tell("刘敏", words)).not.toContain("没有用上");
  });

  test("退回来的记录 asks, and 李明代表的记录退回 is no table of anything", async () => {
    expect(await tell("刘敏", "退回来的记录")).toContain("被退回的");
    const answer = await tell("刘敏", "李明代表的记录退回");
    expect(answer).not.toContain("表格");
    expect(answer).not.toContain("被退回的");
  });
});

describe("what goes on from a figure", () => {
  test("another stretch of time alone is of the same figure", async () => {
    await tell("孙丽", "羊昌镇今年走访多少户");
    expect(await tell("孙丽", "十月份")).toMatch(/^羊昌镇 2026年10月 走访群众/u);
    expect(await tell("孙丽", "2025年全部")).toMatch(/^羊昌镇 2025年 走访群众/u);
    expect(await tell("孙丽", "四季度")).toMatch(/^羊昌镇 2026年四季度 走访群众/u);
    expect(await tell("孙丽", "同比呢")).toMatch(/^羊昌镇 2026年四季度 走访群众/u);
  });

  test("a page by its number is of the list that was shown", async () => {
    const first = await tell("孙丽", "未报 2025年");
    expect(first).toContain("第1页，共");
    expect(await tell("孙丽", "第二页")).toBe((await tell("孙丽", "看第2页")).replace(/$/u, ""));
    expect(await tell("孙丽", "第二页")).toMatch(/2025年.*第2页/u);
    expect(await tell("孙丽", "第一页")).toBe(first);
    expect(await tell("孙丽", "第99页")).toContain("最后一页");
  });
});

test("lengths of time are read in words, and one that nobody can mean is said", async () => {
  expect(await tell("孙丽", "十二个月没动静的代表")).toContain("2025年12月3日");
  expect(await tell("孙丽", "十五天没动静的代表")).toContain("11月18日");
  expect(await tell("孙丽", "九百天没动静的代表")).toContain("现在还查不了");
});

test.for(["今年谁去了黄连村", "今年去过黄连村的有几位", "今年去黄连村的有哪些", "今年走访黄连村的有谁"])(
  "%s: by name, and who has nothing on record is elsewhere",
  async (words) => {
    const answer = await tell("孙丽", words);
    expect(answer).toMatch(/^黄连村 2026年[^]*按代表\n李明/u);
    expect(answer).toContain("没有记录的代表不在里面，看他们说：未报");
  },
);

test("last year is no going anywhere", async () => {
  expect(await tell("孙丽", "去年谁去了黄连村")).toMatch(/^黄连村 2025年/u);
});

test.for(["今年各村走访几户", "今年每个村走访多少户", "今年哪个村走访了几户", "按村统计 今年 走访"])(
  "%s: villages have no lines, and no figure of all is passed off as them",
  async (words) => {
    const answer = await tell("孙丽", words);
    expect(answer).toMatch(/现在还查不了|没有查到/u);
    expect(answer).not.toContain("乌当区 2026年");
  },
);

test("who is asked why under a list of absences is of its stretch of time", async () => {
  await tell("刘敏", "缺席 2025年");
  expect(await tell("刘敏", "李明为什么算缺席")).toContain("2025年");
});

test.for(["去年哪些代表一次都没来过", "今年从来没参加过活动的代表有哪些", "次次都缺席的有谁"])(
  "%s: who was never there is on no list",
  async (words) => expect(await tell("孙丽", words)).toContain("现在还查不了"),
);
