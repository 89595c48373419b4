import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, toldWhile } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 羊昌镇's group is called for 5 October, to see a road.
let city: City;
let number = "";
const clerk = () => city.person("刘敏");
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-09-30T10:00:00+08:00");
  await clerk().says("发布活动 10月5日上午9点 羊昌镇代表小组 小组活动 内容看通村路");
  number = /活-\d+-\d+/u.exec((await clerk().says("对"))[0]?.text ?? "")?.[0] ?? "";
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

describe("one more word of an activity goes to what it is about, and calls nobody to a second one", () => {
  test.each([
    ["5号的活动带上笔记本和身份证", "带上笔记本和身份证"],
    ["告诉大家一声,5号那天带身份证", "带身份证"],
    ["5号那天请大家带好身份证", "带好身份证"],
    ["通知代表们10月5日的活动着正装", "着正装"],
    ["提醒大家5号的小组活动别迟到", "别迟到"],
    ["10月5号的活动,请自带水杯", "自带水杯"],
    ["5号的活动不用带材料", "不用带材料"],
    ["告诉大家5号的活动别迟到了", "别迟到了"],
    ["5号的活动再加一个内容,走访困难群众", "走访困难群众"],
    ["5号那天开车过来", "开车过来"],
    ["5号的活动再加一个内容,讨论明年的民生实事项目", "讨论明年的民生实事项目"],
  ])("%s", async (said, note) => {
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("sure.change");
    for (const piece of ["10月5日", `看通村路；${note}`]) expect(card?.text).toContain(piece);
    await clerk().says("不用了");
  });

  test("by its number, and right after it was shown", async () => {
    expect(await answerTo(clerk(), `${number} 带身份证`)).toContain("带身份证");
    await clerk().says("不用了");
    await clerk().says(number);
    for (const [said, piece] of [
      ["再加一个内容,讨论民生实事", "看通村路；讨论民生实事"],
      ["大家记得带身份证", "看通村路；带身份证"],
      ["时间改成10点", "10:00"],
    ] as const) {
      expect(await answerTo(clerk(), said)).toContain(piece);
      await clerk().says("不用了");
    }
  });
});

test.each([
  "带了3个人去走访",
  "开车去黄连村走访6户",
  "昨天的调研带了两位代表",
  "带队走访了5户",
  "昨天的活动带上身份证",
])("%s is no word about the activity that was shown before", async (said) => {
  await clerk().says(number);
  expect((await clerk().says(said)).map((one) => one.kind)).not.toContain("sure.change");
});

test("after the yes the deputies are told of it, once", async () => {
  await clerk().says("5号的活动带上身份证");
  const told = await toldWhile(city.person("李明"), () => clerk().says("对"));
  expect(told).toContain("看通村路；带上身份证");
  expect(await answerTo(clerk(), "5号的活动带上身份证")).toContain("没有改动，也没有通知");
});

test("where nothing is on that day it is said", async () => {
  expect(await answerTo(clerk(), "6号的活动带上身份证")).toContain("那天没有您管的活动");
});

describe("what calls to an activity of its own is no word about another", () => {
  test.each(["10月12日上午9点代表小组活动,带身份证", "请各位代表10月13日上午9点到镇政府开会,带上笔记本"])(
    "%s",
    async (said) => {
      expect((await clerk().says(said))[0]?.kind).toBe("sure.publish");
      await clerk().says("不用了");
    },
  );
});

test("a deputy who says so changes nothing", async () => {
  const kinds = (await city.person("李明").says("5号的活动带上身份证")).map((one) => one.kind);
  expect(kinds).not.toContain("sure.change");
});
