import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-16T22:00:00+08:00");
});
afterAll(() => city.close());

test("a bare 1 means the card a deputy sees, never one that is written for tomorrow morning", async () => {
  const [li, wang] = [city.person("李明"), city.person("王芳")];
  await li.says("昨天接待选民3人");
  await wang.says("昨天和李明代表走访黄连村17户");
  await wang.says("1");
  const [receipt] = await li.says("1");
  expect(receipt?.text).toContain("接待选民");
  expect(receipt?.number).toBe("履-2026-00002");
});

test("a bare 1 that is sent before the card arrives means that card, not one used up before", async () => {
  const li = city.person("李明");
  await Promise.all([li.says("前天接待选民7人"), li.says("1")]);
  expect(li.heard().at(-1)?.kind).toBe("report.filed");
  expect(li.heard().at(-1)?.number).toBe("履-2026-00003");
});

test("a bare 好的 is no word on a record that the deputy was not told of yet", async () => {
  const [clerk, chen] = [city.person("刘敏"), city.person("陈建国")];
  await clerk.says("代报 陈建国 昨天走访3户");
  await clerk.says("1");
  const [answer] = await chen.says("好的");
  expect(answer?.text).not.toContain("记下");
  city.now = new Date("2026-09-17T08:00:00+08:00");
  const [told] = await chen.says("帮助");
  expect(told?.kind).toBe("report.entered");
  const [thanks] = await chen.says("好的");
  expect(thanks?.kind).toBe("share.acknowledged");
});

test("asked for a number, a bare number is the answer and never a choice", async () => {
  const wu = city.person("吴红梅");
  await wu.says("昨天走访上坝村12户");
  await wu.taps("要改一改");
  const [question] = await wu.taps("改数量");
  expect(question?.text).toContain("不想记了,就回“不记了”".replace(",", "\uFF0C"));
  const [changed] = await wu.says("1");
  expect(changed?.text).toContain("1户");
  const [receipt] = await wu.says("1");
  expect(receipt?.kind).toBe("report.filed");
});

test("asked for a place, a bare number is asked about again and drops nothing", async () => {
  const wu = city.person("吴红梅");
  await wu.says("今天走访上坝村5户");
  await wu.taps("要改一改");
  await wu.taps("改地点");
  const [again] = await wu.says("1");
  expect(again?.kind).toBe("report.not-read");
  const [changed] = await wu.says("头堡村");
  expect(changed?.text).toContain("头堡村");
});

test.for(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf x"])(
  "%s is a word like any other",
  async (word) => {
    const [answer] = await city.person("周志强").says(word);
    expect(answer?.kind).toMatch(/^help\./u);
    expect(answer?.kind).not.toBe("help.broken");
  },
);
