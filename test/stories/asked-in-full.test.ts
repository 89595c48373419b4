import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// What a question says is heeded in full, or the answer says what is not: another figure is never passed off as it.

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

test.for(["统计 走访 接待 今年", "今年走访和接待各多少次", "走访接待一共多少次", "全区今年走访、接待多少"])(
  "%s: both kinds, one below the other, each to be tapped",
  async (words) => {
    const answer = await asked("孙丽", words);
    expect(answer?.text).toContain("走访群众2次(19户)\n接待选民1次(6人)");
    const [walked] = await city.person("孙丽").taps("走访群众");
    expect(walked?.text).toContain("走访群众：\n2次(2条记录，2位代表)\n19户");
  },
);

test("a kind of which there is nothing has its line as well", async () => {
  expect((await asked("刘敏", "本镇本月走访、接待多少"))?.text).toContain(
    "走访群众1次(7户)\n接待选民：没有计入的记录",
  );
});

test.for([
  ["今年走访超过10户的有哪些", "超过10户"],
  ["今年走访10户以上的代表", "10户以上"],
  ["走访少于3次的代表有哪些", "少于3次"],
  ["一共有多少代表", "一共有多少代表"],
  ["不含慰问的有多少户", "不含慰问"],
  ["除了走访,其他的一共几次", "除了走访"],
  ["走访以外的履职有多少次", "走访以外"],
  ["走访之外还有几次", "走访之外"],
  ["非走访类的有多少次", "非走访类的"],
  ["扣除慰问后今年有多少户", "扣除慰问"],
  ["除羊昌镇外各镇走访多少户", "除羊昌镇外"],
  ["羊昌镇以外的走访多少户", "羊昌镇以外"],
  ["不算李明,羊昌镇今年走访多少户", "不算李明"],
  ["除去2月,今年走访多少户", "除去2月"],
  ["慰问不算,今年走访了几户", "慰问不算"],
])("%s: what no figure heeds is named", async ([words = "", what = ""]) => {
  const answer = await asked("孙丽", words);
  expect([answer?.kind, answer?.text]).toEqual(["figures.not-heeded", expect.stringContaining(`“${what}”`)]);
});

test.for(["除夕慰问了多少户", "今年清除垃圾多少处", "今年参加铲雪除冰多少次"])(
  "%s leaves nothing out",
  async (words) => {
    expect((await city.person("孙丽").says(words)).map((one) => one.text).join()).not.toContain("还查不了");
  },
);

test.for([
  ["今年报了几条", "2026年：\n3次"],
  ["全区今年报了多少", "2026年：\n3次"],
  ["张伟今年报了几条", "2026年：\n1次"],
  ["去年报了几条", "2025年：\n没有计入的记录"],
])("%s is no question about yearly reports", async ([words = "", figure = ""]) => {
  const told = (await city.person("孙丽").says(words)).map((one) => one.text).join("\n");
  expect(told).toContain(figure);
  expect(told).not.toContain("年度履职报告");
});

test.for([
  "张伟和蒙小兰谁走访得多",
  "走访户数前三名是谁",
  "吴红梅今年走访了多少户,和王芳比",
  "今年报得最少的三个人",
])("%s: nobody is ranked", async (words) => {
  expect((await asked("孙丽", words))?.text).toContain("不排名");
});

test("two deputies are looked at one after the other", async () => {
  const answer = await asked("孙丽", "张伟和蒙小兰今年走访了多少户");
  expect(answer?.choices.map((one) => one.label)).toEqual([
    "统计 张伟 今年 走访群众",
    "统计 蒙小兰 今年 走访群众",
  ]);
});

test.for(["孟小兰今年报了什么", "孟小兰今年走访了几户", "代表 孟小兰", "统计 孟小兰 今年"])(
  "%s: there is nobody of that name, and who may be meant is named",
  async (words) => {
    const answer = await asked("孙丽", words);
    expect(answer?.text).toContain("没有查到“孟小兰”");
    expect(answer?.text).toContain("是不是“蒙小兰”");
  },
);

test("a name near to a deputy's of another township leads to nobody", async () => {
  const mistyped = await asked("刘敏", "张玮今年走访多少户");
  expect(mistyped?.text).toContain("没有查到“张玮”");
  expect(mistyped?.text).not.toContain("张伟");
  const known = await asked("刘敏", "张伟今年走访多少户");
  expect(known?.text.replaceAll("张伟", "张玮")).toBe(mistyped?.text);
});

test("a station that is not in the register is not answered with its whole township in plain words either", async () => {
  expect((await asked("孙丽", "东风镇工作站今年接待多少人"))?.text).toContain("没有查到这个地方或单位");
  expect((await asked("孙丽", "东风镇联络站今年接待多少人"))?.text).toContain("6人");
  expect((await asked("孙丽", "东风镇代表联络站今年接待多少人"))?.text).toContain("6人");
});

test("another township beside her own reads like one that does not exist", async () => {
  const others = await asked("刘敏", "羊昌镇和东风镇今年走访多少户");
  expect(others?.text).toContain("没有查到东风镇");
  const nowhere = await asked("刘敏", "羊昌镇和火星镇今年走访多少户");
  expect(nowhere?.text.replace("火星镇", "东风镇")).toBe(others?.text);
  expect((await asked("孙丽", "羊昌镇和东风镇今年走访多少户"))?.text).toContain("东风镇 1次(12户)");
});

test.for(["出勤率", "今年的出勤率怎么样", "区里的出勤率是多少"])(
  "%s of staff who do not say whose is that of those they look after",
  async (words) => {
    const rate = "应到5人次：到会4、请假0、缺席1\n出勤率80%";
    expect((await asked("孙丽", words))?.text).toContain(rate);
    expect((await asked("刘敏", words))?.text).toContain(rate);
    expect((await asked("李明", words))?.text).toContain("您2026年活动应到1次");
  },
);

test("为什么 with a page beyond the last shows the last", async () => {
  await city.person("孙丽").says("统计 走访 今年");
  expect((await asked("孙丽", "为什么 9"))?.text).toContain("11月3日(周二) 12户");
  expect((await asked("孙丽", "按月 9"))?.text).toContain("2026年11月 2次");
});

test.for([
  ["三季度比去年", "2026年三季度：\n1次"],
  ["三季度走访和去年同期比", "2026年三季度 走访群众：\n没有计入的记录"],
  ["今年接待比去年多多少", "2026年 接待选民：\n1次"],
  ["和去年比走访多了还是少了", "2026年 走访群众：\n2次"],
  ["羊昌镇走访比去年增加了吗", "羊昌镇 2026年 走访群众：\n1次"],
])("%s is a figure, with the year before beside it", async ([words = "", figure = ""]) => {
  const answer = await asked("孙丽", words);
  expect(answer?.text).toContain(figure);
  expect(answer?.text).toContain("上年同期");
});

test("a deputy who holds her own against last year sees her own", async () => {
  expect((await asked("吴红梅", "我今年接待和去年比多了没有"))?.text).toContain("您 2026年 接待选民：\n1次");
});

test("a word that means nothing beside last year is named", async () => {
  expect((await asked("孙丽", "天气比去年"))?.text).toContain("没有查到“天气”");
});

test("the last figure in another stretch of time, in two words", async () => {
  await city.person("孙丽").says("统计 接待 本月");
  expect((await asked("孙丽", "今年的"))?.text).toContain("2026年 接待选民：\n1次");
  expect((await asked("孙丽", "三季度呢"))?.text).toContain("2026年三季度 接待选民：\n1次");
});

test("a short kind behind a stretch of time is heeded", async () => {
  expect((await asked("孙丽", "一季度到三季度的接待"))?.text).toContain("接待选民：\n1次");
});

test.for(["昨天走访了8户,比去年多了3户", "昨天参加评比,村里得了前三名,我去祝贺"])(
  "%s is told, and not asked",
  async (words) => {
    const [answer] = await city.person("陈建国").says(words);
    expect(answer?.kind).not.toMatch(/^figures\./u);
    await city.person("陈建国").says("都不是");
  },
);
