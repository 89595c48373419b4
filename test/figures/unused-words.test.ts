import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A condition that no figure goes by is named before the figure: the whole is never passed off as a part.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  await city.person("李明").says("11月30日走访黄连村5户");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

const WHO = ["孙丽", "刘敏"] as const;

test.for([
  ["李明单独走访了几次", "单独"],
  ["李明带队走访了几次", "带队"],
  ["今年走访老人多少户", "老人"],
  ["今年走访困难户多少户", "困难"],
  ["走访残疾人家庭有多少", "残疾"],
  ["今年冒雨走访了多少户", "冒雨"],
  ["今年骑车走访了多少户", "骑车"],
  ["今年检查了多少次走访", "检查"],
])("%s: what is not heeded is named, and the figure is told as a whole", async ([words = "", what = ""]) => {
  for (const name of WHO) {
    const [note, figure] = await city.person(name).says(words);
    expect([note?.kind, note?.text]).toEqual(["figures.unused", expect.stringContaining(what)]);
    expect(figure?.text).toContain("1次");
  }
});

test.for(["今年核实了多少次走访", "今年核实了几户走访"])("%s: of those that were verified", async (words) => {
  for (const name of WHO) {
    const [figure, ...more] = await city.person(name).says(words);
    expect(more).toEqual([]);
    expect(figure?.text).toContain("已核实的");
  }
});

test.for([
  "今年走访多少户",
  "麻烦帮我查一下今年走访了好多户哈",
  "统计 走访 今年",
  "今年一共走访了多少户群众",
  "11月份走访了几户",
  "咱们全区今年走访了多少户",
  "李明代表今年走访几户",
  "黄连村今年走访多少户",
  "各镇今年走访多少户",
  "走访和接待今年各多少次",
  "今年走访比去年多了多少",
  "领导要看今年的走访情况,给个数",
  "今年以来走访了多少户",
  "今年到现在走访了多少户",
  "11月1号到11月30号走访多少户",
  "今年走訪了多少戶",
])("%s: all of it is heeded", async (words) => {
  const kinds = (await city.person("孙丽").says(words)).map((one) => one.kind);
  expect(kinds).not.toContain("figures.unused");
  expect(kinds[0]).toMatch(/^figures\.(?:tally|cut)$/u);
});

test("a deputy is told the same of his own", async () => {
  const [note] = await city.person("李明").says("我今年走访老人几次");
  expect(note?.text).toContain("“老人”");
  expect((await city.person("李明").says("我今年走访了几次"))[0]?.kind).toBe("figures.tally");
});

test.for([
  ["今年冒雨缺席的有谁", "冒雨", "figures.absences"],
  ["今年上午的活动谁缺席", "上午", "figures.absences"],
  ["本月下雨天没报的有谁", "下雨天", "figures.missing"],
  ["本月谁没报骑车走访", "骑车", "figures.missing"],
])("%s: what a list does not go by is named before it", async ([words = "", what = "", kind = ""]) => {
  for (const name of WHO) {
    const [note, list] = await city.person(name).says(words);
    expect([note?.kind, note?.text]).toEqual(["figures.unused", expect.stringContaining(what)]);
    expect(list?.kind).toBe(kind);
  }
});

test.for([
  "今年谁缺席了",
  "今年谁缺席了两次以上",
  "小组活动谁没来",
  "代表团会议缺席的有谁",
  "帮我看看今年哪些代表没去开会",
  "上个月谁没来参加活动,拉个名单",
  "羊昌镇今年的出勤率",
  "谁没有走访过群众",
  "羊昌镇本月谁还没报",
  "4月份尚未报送履职记录的代表名单,请列一下",
  "羊昌镇8月哪些人挂零",
  "到现在还没报过的代表",
  "本季度一直没动静的代表有哪些",
])("%s: all of it is heeded by its list", async (words) => {
  const kinds = (await city.person("孙丽").says(words)).map((one) => one.kind);
  expect(kinds[0]).toMatch(/^figures\.(?:absences|missing)$/u);
});
