import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T09:00:00+08:00");
});
afterAll(() => city.close());

const textOf = async (name: string, said: string) => {
  const replies = await city.person(name).says(said);
  return replies.map((one) => one.text).join("\n");
};

test("what a deputy asks of the program itself is answered as that, and makes no record", async () => {
  for (const [said, answer] of [
    ["我不想用了", "说：解绑"],
    ["帮我写个讲话稿", "写稿子我不会"],
    ["电话给我一个", "镇街人大"],
    ["我要找人工", "镇街人大"],
    ["我要投诉你", "反馈"],
    ["刚才那个再记一遍", "记一遍就够了"],
  ] as const)
    expect(await textOf("罗文军", said), said).toContain(answer);
  expect(await textOf("罗文军", "我的履职")).not.toContain("履-");
});

test("不用了 to a card in view is a no, and nothing else", async () => {
  await city.person("罗文军").says("昨天走访黄连村2户");
  expect(await textOf("罗文军", "不用了")).toContain("这条不记");
});

test("who asks of 我的意见 before bringing any is told how, and not that nobody knows him", async () => {
  expect(await textOf("陌生人", "我的意见")).toContain("还没有您反映的事");
});

test("a correction right after filing is about what was filed, not about an older card that has come back", async () => {
  const chen = city.person("陈建国");
  await chen.says("前天走访黄连村十几户");
  await chen.says("今天上午接待群众3人");
  await chen.says("对");
  expect(await textOf("陈建国", "那条写错了,是5人")).toContain("接待选民");
  await chen.says("11月18日接待群众2人");
  await chen.says("对");
  expect(await textOf("陈建国", "不对,是4人")).toContain("11月18日");
  const [card] = await chen.says("看卡片");
  expect(card?.text).toContain("约10户");
  expect(card?.text).not.toContain("人");
  await chen.says("不记了");
});

test("a visit in company told on an open card is no place", async () => {
  const yang = city.person("杨秀英");
  await yang.says("前天走访黄连村6户");
  await yang.says("和杨姐一起去看了学校");
  const [card] = await yang.says("看卡片");
  expect(card?.text).not.toContain("和杨姐去看了学校");
  await yang.says("都不要了");
});

test("several cards that wait are let go at once", async () => {
  const wang = city.person("王芳");
  await wang.says("前天走访黄连村6户");
  await wang.says("大前天下午接待群众2人");
  await wang.says("11月20日走访平寨村4户");
  const told = await textOf("王芳", "不记了");
  expect(told).toContain("还有2件没有确认。都不要，就说“都不要了”");
  expect(await textOf("王芳", "都不要了")).toContain("没确认的2件都不要了");
  expect(await textOf("王芳", "看卡片")).toContain("没有等您决定的卡片");
});

test("a day that does not exist is named as such, and nothing that is certainly wrong is offered", async () => {
  const [asked] = await city.person("韦国良").says("11月31日走访黄连村5户");
  expect(asked?.text).toContain("没有“11月31日”这一天");
  expect(asked?.choices).toEqual([]);
  const [card] = await city.person("韦国良").says("11月20日");
  expect(card?.text).toContain("11月20日");
  await city.person("韦国良").says("不记了");
});

test("a total of the year is no record of today: it is asked on which day", async () => {
  const [asked] = await city.person("蒙小兰").says("今年以来接待群众30人次");
  expect(asked?.text).toContain("是哪一天做的");
  const [card] = await city.person("蒙小兰").says("昨天");
  expect(card?.text).toContain("11月25日");
  await city.person("蒙小兰").says("不记了");
  const [plain] = await city.person("蒙小兰").says("今天早上走访了3户,这个月都在走");
  expect(plain?.kind).not.toBe("report.question");
  await city.person("蒙小兰").says("都不要了");
});
