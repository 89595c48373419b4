import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// What staff ask for is listed whole, and nothing else is passed off as it.
let city: City;
const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words))[0]?.text ?? "";

beforeAll(async () => {
  city = await openCity("2026-12-20T10:00:00+08:00");
  for (const line of ["12月18日走访黄连村7户", "群众反映黄连村二组路灯坏了三天"]) {
    await city.person("王芳").says(line);
    await city.person("王芳").says("对");
  }
});
afterAll(() => city.close());

test.for([
  ["谁还没交自评", "未交 自评"],
  ["谁没交履职自评", "未交 自评"],
  ["还有谁没交自评?", "未交 自评"],
  ["自评没交的有哪些人", "未交 自评"],
  ["今年哪些代表还没有提交述职报告", "未交 述职"],
  ["哪些人报告没交", "未交"],
  ["谁没交", "未交"],
])("%s lists who owes it, as %s does", async ([words = "", terse = ""]) => {
  for (const name of ["刘敏", "孙丽"]) expect(await told(name, words)).toBe(await told(name, terse));
});

test("a place that the list of what is owed does not heed is named", async () => {
  expect(await told("孙丽", "羊昌镇谁没交自评")).toContain("“羊昌镇”现在还查不了");
});

test.for(["谁没报走访", "本月谁没有记录"])("%s still asks who has no record", async (words) => {
  expect((await city.person("刘敏").says(words))[0]?.kind).toBe("figures.missing");
});

test.for([
  ["路灯的意见有多少条", "提到“路灯”的群众意见1条"],
  ["今年关于路灯的意见有几条", "提到“路灯”的群众意见1条"],
  ["有多少条路灯的意见", "提到“路灯”的群众意见1条"],
  ["超期的意见有几条", "没办的群众意见1条，没有等了超过30天的"],
])("%s: looked for in the words, and never passed off as all", async ([words = "", answer = ""]) => {
  expect(await told("孙丽", words)).toContain(answer);
});

test.for(["今年的意见有多少条", "全区群众意见一共多少条", "羊昌镇今年收到的意见有几条"])(
  "%s is counted",
  async (words) => expect(await told("孙丽", words)).toContain("群众意见1条"),
);

test("opinions of one category are counted alone", async () => {
  expect(await told("孙丽", "教育的意见有多少条")).toContain("教育文体类的：没有登记群众意见");
});

test.for(["老街今年走访了几户", "今年老街走访了多少户"])(
  "%s: a place nobody knows is named",
  async (words) => {
    for (const name of ["孙丽", "刘敏"])
      expect(await told(name, words)).toContain("没有查到这个地方或单位：老街");
  },
);

test("a part of the name of a village elsewhere reads like one that does not exist", async () => {
  const elsewhere = await told("刘敏", "麦坪今年走访了几户");
  expect(elsewhere).toContain("没有查到这个地方或单位：麦坪");
  expect(elsewhere.replace("麦坪", "老街")).toBe(await told("刘敏", "老街今年走访了几户"));
});

test.for([
  "黄连村今年走访了几户",
  "羊昌镇今年走访了几户",
  "全区今年走访了几户",
  "累计走访了多少户",
  "代表们今年走访了几户",
  "王芳今年走访了几户",
])("%s is counted", async (words) => expect(await told("孙丽", words)).toContain("7户"));

test.for(["今年请假的有哪些人", "今年哪些人请过假"])(
  "%s: absences are not passed off as leave",
  async (words) => {
    const answer = await told("孙丽", words);
    expect(answer).toContain("没有人请假");
    expect(answer).not.toContain("出勤率");
  },
);

test("what waits is listed whatever year it is of", async () => {
  city.now = new Date("2027-01-08T10:00:00+08:00");
  const clerk = city.person("刘敏");
  const all = await told("刘敏", "待办");
  expect(all).toContain("待核实的记录1条");
  expect(all).toContain("群众意见1条");
  expect((await clerk.taps("看待核实的记录"))[0]?.text).toContain("历年待核实1条");
  await clerk.says("不用了");
  await clerk.says("待办");
  expect((await clerk.taps("看群众意见"))[0]?.text).toContain("待办的群众意见1条");
  for (const words of ["待核实", "还有几条没核实"]) {
    expect(await told("刘敏", words)).toContain("待核实1条");
    await clerk.says("不用了");
  }
  expect(await told("刘敏", "待核实 今年")).not.toContain("待核实1条");
});

test("what is open of the year that was counted is listed of that year", async () => {
  await told("刘敏", "意见 去年");
  expect((await city.person("刘敏").taps("看没办的"))[0]?.text).toContain("待办的群众意见1条");
  expect(await told("刘敏", "意见 待办 今年")).toContain("没有待办的群众意见");
});

test("in a new year the figure of it says what waits from before", async () => {
  city.now = new Date("2027-01-08T10:00:00+08:00");
  for (const words of ["意见", "意见 今年", "今年的意见有多少条"])
    expect(await told("刘敏", words)).toContain("往年登记的还有1条没办，要看请说：意见 待办");
  for (const words of ["意见 去年", "意见 待办"]) expect(await told("刘敏", words)).not.toContain("往年登记");
});
