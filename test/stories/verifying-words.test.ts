import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// What a clerk says of several records at once, in words of her own; the list is always seen first.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  for (const [name, line] of [
    ["李明", "11月2日走访黄连村7户"],
    ["李明", "11月3日走访甘庄村4户"],
    ["陈建国", "11月4日走访平寨村5户"],
  ] as const) {
    await city.person(name).says(line);
    await city.person(name).says("对");
  }
});
afterAll(() => city.close());

test.for([
  ["把李明本月的都核实", "李明 2026年11月待核实2条"],
  ["请把羊昌镇本月的全部核实一下", "羊昌镇 2026年11月待核实3条"],
  ["本月的都核实了", "2026年11月待核实3条"],
])("%s shows the list, and verifies nothing yet", async ([words = "", list = ""]) => {
  const liu = city.person("刘敏");
  const [shown, ...more] = await liu.says(words);
  expect([shown?.kind, more]).toEqual(["sure.verify", []]);
  expect(shown?.text).toContain(list);
  await liu.says("不用了");
});

test("都核实 is the yes to the list in view, and to no more than that", async () => {
  const liu = city.person("刘敏");
  await liu.says("把李明本月的都核实");
  const [done] = await liu.says("都核实");
  expect(done?.text).toContain("已核实2条");
  expect((await liu.says("待核实"))[0]?.text).toContain("待核实1条");
  await liu.says("不用了");
});

test("所有问题都核实了 of a deputy is no order", async () => {
  const [answer] = await city.person("陈建国").says("群众反映的路灯问题都核实了");
  expect(answer?.kind).not.toMatch(/^(?:verify|sure\.verify|help\.refused)/u);
});

test("an order is no companion's name, whatever was asked", async () => {
  const liu = city.person("刘敏");
  await liu.says("李明11月10日和几位代表在甘庄村走访3户");
  const answers = await liu.says("本月的都核实了");
  expect(answers.map((one) => one.text).join()).not.toContain("同行：本月");
  await liu.says("不记了");
});

test("of two who are named one is chosen, and nobody else is offered", async () => {
  const [asked] = await city.person("刘敏").says("帮杨秀英、罗文军记一下,上周五参加了镇里的座谈会");
  expect(asked?.choices.map((one) => one.label)).toEqual(["杨秀英", "罗文军", "不记了"]);
  await city.person("刘敏").says("不记了");
});

test("a forwarded article that comes as its link is answered like one", async () => {
  const [answer] = await city.person("李明").says("https://mp.weixin.qq.com/s/abcd");
  expect(answer?.kind).toBe("help.unreadable");
  expect(answer?.text).toContain("转发的文章、名片我不看");
});
