import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const report = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};
const asked = (name: string, number: string): Promise<string> =>
  seen(() =>
    city
      .person(name)
      .heard()
      .find((one) => one.kind === "report.companion" && one.text.includes(number))
      ?.text.toString(),
  );
const own = async (name: string): Promise<string> =>
  (await city.person(name).says("我的履职"))[0]?.text ?? "";
const figure = async (): Promise<string> => (await city.person("孙丽").says("统计 接待 本月"))[0]?.text ?? "";

test("who tells of what a colleague has named him in is asked whether it is that, and has a share", async () => {
  const number = await report("吴红梅", "今天和周志强在东风镇联络站接待选民8人");
  await asked("周志强", number);
  const zhou = city.person("周志强");
  await zhou.says("今天和吴红梅在联络站接待选民9人");
  const [question] = await zhou.says("对");
  expect(question?.kind).toBe("sure.together");
  expect(question?.text).toContain("是不是吴红梅代表说的那次");
  expect(question?.choices.map((one) => one.label)).toEqual(["对，就是那次", "不用了", "不是，另记一条"]);
  const [given] = await zhou.says("对");
  expect(given?.kind).toBe("share.given");
  expect(await own("周志强")).toContain("履职1次：8人");
  expect(await figure()).toContain("1次(2条记录，2位代表)");
});

test("a yes to a colleague's record does not double what was told in other words; together they are once", async () => {
  const number = await report("吴红梅", "9月10日和周志强在东风镇联络站接待选民5人");
  await asked("周志强", number);
  const zhou = city.person("周志强");
  await zhou.says("9月10日在联络站接待选民6人");
  await zhou.says("对");
  const [filed] = await zhou.taps("不是,另记一条");
  expect(filed?.kind).toBe("report.filed");
  expect(await figure()).toContain("3次(4条记录，2位代表)");
  const [answer] = await zhou.taps("对,我也在");
  expect(answer?.text).toContain("这次您已经记过");
  expect(await own("周志强")).toContain("履职2次");
  expect(await figure()).toContain("2次(4条记录，2位代表)");
});

test("what its deputy calls another time counts as another, also towards what is owed", async () => {
  const before = await own("杨秀英");
  expect(before).toContain("至少两次接待或走访选民");
  await report("杨秀英", "昨天走访石关村19户");
  await city.person("杨秀英").says("昨天走访石关村19户");
  await city.person("杨秀英").says("对");
  await city.person("杨秀英").taps("是另一次,再记一条");
  const after = await own("杨秀英");
  expect(after).toContain("履职2次：38户");
  expect(after).not.toContain("至少两次接待或走访选民");
});

test("what staff entered is owed until the deputy has said that it is right", async () => {
  await report("刘敏", "代报 罗文军 昨天走访石关村3户");
  await report("刘敏", "代报 罗文军 9月11日走访黄连村4户");
  expect(await own("罗文军")).toContain("至少两次接待或走访选民");
});
