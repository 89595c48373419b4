import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

test("a field is changed by tapping it, and by saying it in one's own words", async () => {
  const wang = city.person("王芳");
  await wang.says("昨天走访黄连村12户");
  await wang.taps("要改一改");
  const [question] = await wang.taps("改数量");
  expect(question?.text).toContain("数量是多少");
  const [changed] = await wang.says("17户");
  expect(changed?.text).toContain("17户");
  const [place] = await wang.says("改地点 平寨村");
  expect(place?.text).toContain("平寨村");
  const [day] = await wang.says("不对,是前天");
  expect(day?.text).toContain("9月14日(周一)");
});

test("another topic is served at once, and the card that had to wait comes back", async () => {
  const wang = city.person("王芳");
  const [menu, card] = await wang.says("帮助");
  expect([menu?.kind, card?.kind]).toEqual(["help.menu", "report.card"]);
  expect(card?.text).toContain("还有这张没有确认");
});

test("with two cards open, a bare 1 means the one that was shown last", async () => {
  const wang = city.person("王芳");
  await wang.says("昨天接待选民3人");
  const [receipt, waiting] = await wang.says("1");
  expect(receipt?.text).toContain("接待选民");
  expect(waiting?.text).toContain("平寨村");
  const [second] = await wang.says("1");
  expect(second?.text).toContain("走访群众");
  expect(second?.number).toBe("履-2026-00002");
});

test("撤销 takes back what was filed last, whatever it was", async () => {
  const wang = city.person("王芳");
  await wang.says("提个建议:黄连村通村公路太窄,建议加宽");
  const [submitted] = await wang.says("对");
  expect(submitted?.number).toBe("建-2026-001");
  const [taken] = await wang.says("撤销");
  expect(taken?.text).toContain("建-2026-001");
  const [next] = await wang.says("撤销");
  expect(next?.text).toContain("履-2026-00002");
});

test("撤销 by number reaches one's own filings only", async () => {
  const [own] = await city.person("王芳").says("撤销 履-2026-00001");
  expect(own?.kind).toBe("report.withdrawn");
  await city.person("李明").says("昨天走访黄连村5户");
  const [receipt] = await city.person("李明").says("对");
  const [other] = await city.person("王芳").says(`撤销 ${receipt?.number}`);
  expect(other?.text).toContain("没有找到");
});

test("after a day, 撤销 leaves a trace and the staff are told", async () => {
  const chen = city.person("陈建国");
  await chen.says("昨天走访黄连村6户");
  const [receipt] = await chen.says("对");
  city.now = new Date(city.now.getTime() + 25 * 3_600_000);
  const [refused] = await chen.says(`撤销 ${receipt?.number}`);
  expect(refused?.text).toContain("工作人员");
});

test.each([
  ["", "help.empty"],
  [" \n ", "help.empty"],
  ["😀".repeat(4096), "help.too-long"],
  ["😀".repeat(40), "help.not-understood"],
  ["昨天走访黄连村3户。".repeat(1000), "help.too-long"],
  ["\u202E\u200B??", "help.not-understood"],
  ["asdfgh", "help.not-understood"],
  ["7", "help.not-understood"],
  ["你好", "help.menu"],
])("%s is answered with what to do instead, and nothing is kept", async (text, kind) => {
  const [answer, ...more] = await city.person("韦国良").says(text);
  expect(answer?.kind).toBe(kind);
  expect(more).toEqual([]);
});

test("a day that does not exist is asked about", async () => {
  const [question] = await city.person("韦国良").says("2月31日走访3户");
  expect(question?.kind).toBe("report.question");
  const [card] = await city.person("韦国良").says("昨天");
  expect(card?.kind).toBe("report.card");
  await city.person("韦国良").says("不记了");
});

test("a plan is no record, and a resident is answered as one", async () => {
  const [plan] = await city.person("蒙小兰").says("明天走访5户");
  expect(plan?.text).toContain("还没做");
  const [resident] = await city.person("居民").says("今天天气不错");
  expect(resident?.text).toContain("路灯");
  expect(resident?.text).not.toContain("履职");
});

test("who wishes for what is no matter of a suggestion is told where to go", async () => {
  const [card] = await city.person("蒙小兰").says("提个建议:推广我公司的净水设备");
  expect(card?.text).toContain("不能当代表建议提");
  expect(card?.choices?.map(({ label }) => label)).toContain("不提了");
});

test("only staff report for others, and only for their own", async () => {
  const [deputy] = await city.person("李明").says("代报 王芳 昨天走访3户");
  expect(deputy?.kind).toBe("help.refused");
  const clerk = city.person("刘敏");
  const [elsewhere] = await clerk.says("代报 吴红梅 昨天走访3户");
  const [nothing] = await clerk.says("对");
  expect(nothing?.kind).not.toBe("report.filed");
  const [unknown] = await clerk.says("代报 马冬梅 昨天走访3户");
  expect(elsewhere?.text).toContain("名单里没有“吴红梅”这位代表");
  expect(unknown?.text).toBe(elsewhere?.text.replaceAll("吴红梅", "马冬梅"));
});
