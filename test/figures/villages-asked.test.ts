import { afterAll, beforeAll, expect, test } from "vitest";
import { findVillages } from "#src/dialog/find-villages.ts";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// A village that stands on no register is asked about all the same: no figure leaves it out.

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "12月1日走访龙里村6户,群众反映垃圾没人清运"],
    ["李明", "11月20日走访黄连村9户"],
    ["王芳", "群众反映龙井社区下水道堵了,污水漫到路上"],
  ]);
});
afterAll(() => city.close());

const tell = (name: string, words: string) => answerTo(city.person(name), words);

test.for([
  "龙里村今年一共去了几次",
  "龙里村今年去了几次",
  "今年去了龙里村几次",
  "羊昌镇龙里村今年走访多少户",
  "今年在龙里村走访了几户",
  "统计 龙里村 今年",
])("%s: that village alone", async (words) => {
  const answer = await tell("刘敏", words);
  expect(answer).toMatch(/^龙里村 2026年/u);
  expect(answer).toContain("6户");
  expect(answer).not.toContain("没有用上");
});

test.for(["火星村今年一共去了几次", "今年在火星村走访了几户", "火星村谁没走访", "羊昌镇今年火星村走访多少"])(
  "%s: that there is no such village, and no figure of all without a word of it",
  async (words) => expect(await tell("刘敏", words)).toMatch(/没有查到(?:这个地方或单位：)?火星村/u),
);

test.for([
  ["龙里村的意见有几条", "龙里村"],
  ["龙里村有什么意见", "龙里村"],
  ["龙里村群众反映过什么", "龙里村"],
  ["今年龙里村有哪些诉求", "龙里村"],
  ["龙井社区的意见有几条", "龙井社区"],
  ["龙井社区有什么意见", "龙井社区"],
] as const)(
  "%s: what was brought up there, by its own place or that of the visit",
  async ([words, place]) => {
    const answer = await tell("刘敏", words);
    expect(answer).toMatch(new RegExp(`^${place}.*群众意见1条`, "u"));
  },
);

test.for(["黄连村二组和三组走访多少户", "今年黄连村2组、3组一共几户", "黄连村二组跟黄连村三组走访几户"])(
  "%s: each group by itself",
  async (words) => {
    const answer = await tell("刘敏", words);
    expect(answer).toMatch(/黄连村(?:二|2)组/u);
    expect(answer).toMatch(/黄连村(?:三|3)组/u);
    expect(answer).not.toContain("没有用上");
  },
);

test("villages, known or not, and a town beside each other are each counted by themselves", async () => {
  expect(await tell("刘敏", "龙里村和黄连村今年走访多少户")).toMatch(/龙里村1次\(6户\)\n黄连村1次\(9户\)/u);
  expect(await tell("刘敏", "黄连村二组和龙里村走访多少户")).toMatch(/黄连村二组[^]*龙里村1次\(6户\)/u);
  expect(await tell("刘敏", "羊昌镇和龙里村今年走访多少户")).toMatch(/羊昌镇2次[^]*龙里村1次/u);
  expect(await tell("刘敏", "火星村和黄连村今年走访多少户")).toContain("没有查到火星村");
});

test.for([
  ["我今年去黄连村几回", /^您2026年 黄连村|黄连村/u],
  ["我去了黄连村几次", /黄连村/u],
  ["黄连村我去了几次", /黄连村/u],
  ["我今年去了龙里村多少次", /龙里村/u],
] as const)("%s: a deputy's own, of that village", async ([words, place]) => {
  const answer = await tell("李明", words);
  expect(answer).toMatch(place);
  expect(answer).toContain("1次");
  expect(answer).not.toContain("应到");
});

test.for(["我今年跟谁一起去过", "我和哪些代表一起走访的", "今年我跟谁一起去的黄连村"])(
  "%s: no figure tells of it, and no card is begun",
  async (words) => expect(await tell("李明", words)).toContain("现在还查不了"),
);

test.for(["我跟谁一起去走访才算数", "我下周跟谁一起去"])("%s asks something else", async (words) => {
  expect(await tell("李明", words)).not.toContain("现在还查不了");
});

test("what a deputy brought in a year that he names is listed as a whole, and says so", async () => {
  const answer = await tell("李明", "去年的意见办得怎么样");
  expect(answer).toMatch(/“去年”没有用上[^]*意-2026/u);
});

test("a deputy's own of where he never was is none, and what he tells is no question", async () => {
  expect(await tell("李明", "我今年去火星村几回")).toContain("没有");
  expect(await tell("李明", "今天去了黄连村好几户,反映路灯不亮")).not.toContain("您2026年");
});

test.for([
  "走村入户多少户",
  "今年示范村走访几户",
  "各村走访多少",
  "社区工作人员几个",
  "村民反映什么",
  "下村几次",
  "老旧社区有几个",
])("%s names no village", (words) => expect(findVillages(words)).toEqual([]));

test.for([
  ["今年和平村走访几户", "和平村"],
  ["去太平社区几次", "太平社区"],
  ["统计龙里村今年", "龙里村"],
  ["走访了云锦社区多少户", "云锦社区"],
  ["12月1日新堡乡马头村接待几人", "马头村"],
] as const)("%s names %s", ([words, name]) => {
  expect(findVillages(words).map((one) => one.name)).toEqual([name]);
});
