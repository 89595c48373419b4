import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

beforeAll(warmReader);

let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-26T09:00:00+08:00");
});
afterEach(() => city.close());

const kinds = (said: readonly { readonly kind: string }[]): string[] => said.map((one) => one.kind);

test("who only says where he is from is asked what it is about, and that is what is filed", async () => {
  const stranger = city.person("陌生人");
  await stranger.says("你好 我是黄连村的");
  const [question] = await stranger.taps("反映群众意见");
  expect(question?.text).toContain("请把事情再说具体一点");
  const [card] = await stranger.says("黄连村猪场臭得很");
  expect(card?.text).toContain("环境\uFF1A黄连村猪场臭得很");
  expect(card?.text).not.toContain("你好");
});

test("a matter told while the kind of another is asked is a card of its own, and both can be filed", async () => {
  const resident = city.person("居民");
  await resident.says("昨晚的月亮真圆");
  await resident.taps("反映群众意见");
  await resident.says("我们那个事情一直没得人来管一下");
  const [card] = await resident.says("黄连村猪场臭得很");
  expect(card?.text).toContain("黄连村猪场臭得很");
});

test("a dangerous house inside a visit is named where it is not on the card, and comes onto it by one tap", async () => {
  const li = city.person("李明");
  const [card] = await li.says("昨天上午我到黄连村三组走访,看了老王家的危房他家屋顶漏雨漏得厉害住不得人了");
  expect(card?.text).toContain("屋顶漏雨");
  const all =
    card?.choices.some((one) => one.label === "一起反映") === true ? await li.taps("一起反映") : [card];
  expect(all[0]?.text).toContain("群众意见");
  expect(all[0]?.text).toContain("老王家的危房");
  const [filed] = await li.says("对");
  expect(filed?.text).toMatch(/履-.*意-/su);
});

test("嗯 files nothing", async () => {
  const li = city.person("李明");
  await li.says("群众反映黄连村二组路灯不亮");
  expect(kinds(await li.says("嗯"))).toEqual(["report.card"]);
  expect(kinds(await li.says("对"))).toEqual(["report.filed"]);
});

test("whether the program is safe is a question about the program", async () => {
  expect(kinds(await city.person("李明").says("这个东西安不安全"))).toEqual(["help.privacy"]);
});

test("意见 from somebody unknown opens the way to bring one", async () => {
  const [menu] = await city.person("陌生人").says("意见");
  expect(menu?.text).toContain("群众有事要反映");
});

test("a resident's matter with a day and a telephone in it is a matter", async () => {
  const [card] = await city.person("陌生人").says("11月20号村里收了我两百块钱没开票 电话13712345678");
  expect(card?.text).toContain("收了我两百块钱");
  expect(card?.text).not.toContain("13712345678");
});

test("a greeting is nobody's name", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("昨天走访黄连村3户");
  const [answer] = await clerk.says("你好");
  expect(answer?.kind).toBe("help.menu");
});
