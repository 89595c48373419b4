import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
});
afterAll(() => city.close());

test("不记了 to a question without buttons drops what is asked about, and the older card comes back", async () => {
  const wu = city.person("吴红梅");
  await wu.says("昨天走访黄连村12户");
  const [question] = await wu.says("昨天走访黄连村0户");
  expect(question?.text).toContain("数量是多少");
  const [dropped, card] = await wu.says("不记了");
  expect(dropped?.kind).toBe("report.dropped");
  expect(card?.text).toContain("12户");
  const [filed] = await wu.says("对");
  expect(filed?.kind).toBe("report.filed");
});

test("对 to what a message is files nothing, not even an older card, and is asked again", async () => {
  const meng = city.person("蒙小兰");
  await meng.says("前天走访龙井村3户");
  await meng.says("昨晚的月亮真圆");
  const [again, ...more] = await meng.says("对");
  expect([again?.kind, more]).toEqual(["report.question", []]);
  expect(again?.text).toContain("还没有记");
  const [gone, card] = await meng.says("都不是");
  expect([gone?.kind, card?.kind]).toEqual(["report.dropped", "report.card"]);
  const [filed] = await meng.says("对");
  expect(filed?.text).toContain("11月24日");
});

test("a no to one card shows the next that waits, so that a second no is about something seen", async () => {
  const luo = city.person("罗文军");
  await luo.says("11月1日走访黄连村2户");
  await luo.says("11月2日走访黄连村3户");
  const [, older] = await luo.says("不记了");
  expect(older?.text).toContain("11月1日");
  const [dropped, ...more] = await luo.says("不记了");
  expect([dropped?.kind, more]).toEqual(["report.dropped", []]);
});

test.for([
  ["地点改成平寨村", "平寨村"],
  ["地点应该是平寨村", "平寨村"],
  ["还去了头堡村", "黄连村、头堡村"],
  ["去了头堡村", "头堡村"],
] as const)("%s names the place %s, and nothing of the words before it", async ([line, place]) => {
  const yang = city.person("杨秀英");
  await yang.says("昨天走访黄连村5户");
  const [card] = await yang.says(line);
  expect(card?.text).toContain(`,${place},`.replaceAll(",", "，"));
  await yang.says("不记了");
});

test("what is not understood as an answer names the way out", async () => {
  const chen = city.person("陈建国");
  await chen.says("昨天走访黄连村0户");
  const [answer] = await chen.says("谢谢");
  expect(answer?.text).toContain("不记了");
  await chen.says("不记了");
});
