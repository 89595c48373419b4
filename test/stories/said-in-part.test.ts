import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
});
afterAll(() => city.close());

test.for([
  ["不对,是13户", "13户"],
  ["改地点 羊昌村", "羊昌村"],
  ["改时间 前天下午3点", "11月24日(周二) 15:00"],
] as const)("%s after filing is answered with %s", async ([said, shown]) => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  await li.says("对");
  const [changed] = await li.says(said);
  expect(changed?.text).toContain("已改好");
  expect(changed?.text).toContain(shown);
  await li.says("撤销");
});

test("改成参加 after a wish for leave is about the activity, and leaves the record alone", async () => {
  const luo = city.person("罗文军");
  await luo.says("昨天走访黄连村12户");
  await luo.says("对");
  await luo.says("12月3号我去不了,家里有事");
  const [coming] = await luo.says("改成参加");
  expect(coming?.text).toContain("活-2026-003");
  const [own] = await luo.says("我的履职");
  expect(own?.text).toContain("走访群众1次");
});

test.for([
  ["改人数", "改数量 12户"],
  ["地点不对", "改地点"],
  ["删掉同行", "改同行 没有"],
] as const)("%s says too little, and hears how it is said: %s", async ([said, example]) => {
  const zhang = city.person("张伟");
  await zhang.says("昨天和吴红梅走访黄连村12户");
  await zhang.says("对");
  const [answer, ...more] = await zhang.says(said);
  expect([answer?.kind, more]).toEqual(["report.not-read", []]);
  expect(answer?.text).toContain(example);
  const [none] = await zhang.says("改同行 没有");
  expect(none?.text).toContain("不再写：吴红梅");
  await zhang.says("撤销");
});

test.for(["吴红梅没去", "不对,吴红梅没去", "吴红梅没去,弄错了", "把吴红梅去掉", "同行的没有吴红梅"])(
  "%s takes her off what was filed, and leaves the other",
  async (said) => {
    const zhang = city.person("张伟");
    await zhang.says("昨天和吴红梅、韦国良走访黄连村12户");
    await zhang.says("对");
    const [answer, ...more] = await zhang.says(said);
    expect([answer?.text, more]).toEqual([expect.stringContaining("不再写：吴红梅"), []]);
    const [left] = await zhang.says("改同行 没有");
    expect(left?.text).toContain("不再写：韦国良");
    await zhang.says("撤销");
  },
);

test("of a card in view she is taken off at once", async () => {
  const zhang = city.person("张伟");
  await zhang.says("昨天和吴红梅、韦国良走访黄连村12户");
  const [card] = await zhang.says("吴红梅没去");
  expect(card?.text).toContain("同行：韦国良");
  expect(card?.text).not.toContain("吴红梅");
  await zhang.says("不记了");
});

test("韦国良也去了 adds him to what was filed", async () => {
  const zhou = city.person("周志强");
  await zhou.says("昨天走访龙井村3户");
  await zhou.says("对");
  const [answer] = await zhou.says("韦国良也去了");
  expect(answer?.text).toContain("同行：韦国良");
});

test("who left an opinion and nothing else is not told to change its day", async () => {
  const wei = city.person("韦国良");
  await wei.says("村口那个桥要垮了,大家怕得很");
  const [filed] = await wei.says("对");
  expect(filed?.kind).toBe("report.filed");
  expect(filed?.text).not.toContain("改时间");
});

test("杨姐 is asked about where a deputy of that name may be meant, and a tap adds her", async () => {
  const li = city.person("李明");
  const [card] = await li.says("前天跟杨姐去羊昌村走访12户");
  expect(card?.text).toContain("是杨秀英吗");
  const [added] = await li.taps("加上杨秀英");
  expect(added?.text).toContain("同行：杨秀英");
  await li.says("不记了");
  const [other] = await li.says("前天跟欧姐去羊昌村走访12户");
  expect(other?.text).not.toContain("名单里没找到");
  await li.says("不记了");
});
