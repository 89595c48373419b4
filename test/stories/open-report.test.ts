import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const labels = (message: { choices: readonly { label: string }[] } | undefined): string[] =>
  message?.choices.map((one) => one.label) ?? [];

test("a card is completed piece by piece, in bare words", async () => {
  const li = city.person("李明");
  await li.says("昨天走访群众");
  const [place] = await li.says("黄连村");
  expect(place?.text).toContain("黄连村");
  const [count] = await li.says("十几户吧");
  expect(count?.text).toContain("约10户");
  const [companion] = await li.says("和王芳一起去的");
  expect(companion?.text).toContain("同行：王芳");
  const [time, ...more] = await li.says("下午去的");
  expect([time?.kind, more.length]).toEqual(["report.card", 0]);
  for (const piece of ["【走访群众】9月15日(周二) 下午", "黄连村", "约10户", "同行：王芳"])
    expect(time?.text).toContain(piece);
  await li.says("不记了");
});

test("what cannot be told at first is completed the same way", async () => {
  const chen = city.person("陈建国");
  const [question] = await chen.says("我昨天走访了");
  expect(question?.kind).toMatch(/^report\.(?:question|card)$/u);
  const [next] = await chen.says("黄连村,12户");
  expect(next?.kind).toMatch(/^report\.(?:question|card)$/u);
  expect(JSON.stringify(chen.heard().slice(-1))).not.toContain("您是要");
});

test("another report while a card is open is another card", async () => {
  const wang = city.person("王芳");
  await wang.says("今天走访平寨村3户");
  const [card] = await wang.says("昨天接待选民2人");
  expect(card?.text).toContain("接待选民");
  const [, waiting] = await wang.says("对");
  expect(waiting?.text).toContain("平寨村");
  await wang.says("不记了");
});

test("改时间 昨天下午 sets the afternoon as well, and once it says so nothing was changed", async () => {
  const yang = city.person("杨秀英");
  await yang.says("今天走访黄连村5户");
  const [changed] = await yang.says("改时间 昨天下午");
  expect(changed?.text).toContain("改好了");
  expect(changed?.text).toContain("9月15日(周二) 下午");
  const [same] = await yang.says("改时间 昨天下午");
  expect(same?.text).toContain("本来就是这样");
  expect(same?.text).not.toContain("改好了");
  await yang.says("对");
});

test("the same after it was filed", async () => {
  const yang = city.person("杨秀英");
  const [same] = await yang.says("改时间 昨天下午");
  expect(same?.text).toContain("本来就是这样");
  const [changed] = await yang.says("改时间 昨天上午");
  expect(changed?.text).toContain("已改好");
  const [row] = await city.database.db.execute<{ at_time: string }>(
    sql`select at_time from duty_records order by id desc limit 1`,
  );
  expect(row?.at_time).toBe("上午");
});

test("an odd number is asked about and changes nothing", async () => {
  const yang = city.person("杨秀英");
  await yang.says("今天走访上坝村5户");
  for (const said of ["改数量 0户", "改数量 -3户", "改数量 99999999户", "改数量 3.5户"]) {
    const [answer] = await yang.says(said);
    expect(answer?.kind).toBe("report.not-read");
    expect(answer?.text).toContain("数量");
  }
  const [receipt] = await yang.says("对");
  expect(receipt?.kind).toBe("report.filed");
});

test("a companion whom nobody knows is named on the card, with who may be meant", async () => {
  const luo = city.person("罗文军");
  const [card] = await luo.says("昨天和张玮代表走访黄连村3户");
  expect(card?.text).toContain("没找到“张玮”代表");
  expect(labels(card)).toContain("加上张伟");
  const [added] = await luo.taps("加上张伟");
  expect(added?.text).toContain("同行：张伟");
  expect(added?.text).not.toContain("没找到");
  await luo.says("不记了");
});

test.for([
  ["昨天和小张代表走访平寨村3户", "小张", ["加上张伟"]],
  ["昨天和赵铁柱代表走访平寨村3户", "赵铁柱", []],
  ["昨天和王芳、张玮代表走访平寨村3户", "张玮", ["加上张伟"]],
] as const)("%s names %s", async ([said, name, offered]) => {
  const luo = city.person("罗文军");
  const [card] = await luo.says(said);
  expect(card?.text).toContain(`没找到“${name}”代表`);
  expect(labels(card).filter((one) => one.startsWith("加上"))).toEqual(offered);
  await luo.says("不记了");
});

test.for(["昨天和几位代表走访平寨村3户", "昨天陪同市人大代表视察黄连村", "昨天和王芳代表走访平寨村3户"])(
  "%s names nobody whom nobody knows",
  async (said) => {
    const [card] = await city.person("罗文军").says(said);
    expect(card?.text).not.toContain("没找到");
    await city.person("罗文军").says("不记了");
  },
);
