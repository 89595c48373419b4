import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { warmReader } from "#test/support/warm-reader.ts";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";

// Each deputy of 羊昌镇 is invited to two activities: the demo's own on 23 September and one on 28 September.
let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
  await city.person("刘敏").says("发布活动 9月28日上午9点 羊昌镇代表小组 小组活动");
  await city.person("刘敏").says("对");
  await eventually(() => expect(heard("李明", "activity.invited")).toHaveLength(1));
});
afterAll(() => city.close());

const heard = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);

const leaveOf = async (name: string) => {
  const rows = await city.database.db.execute<{ reason: string; on: string }>(sql`
    select l.reason, a.on_day::text "on" from leaves l join people p on p.id = l.person_id
      join activities a on a.id = l.activity_id where p.name = ${name}`);
  return [...rows];
};

test("asked for the reason, a deputy gives it in words of his own", async () => {
  const li = city.person("李明");
  const [why] = await li.taps("请假");
  expect(why?.text).toContain("什么原因");
  const [sent, ...more] = await li.says("孩子生病住院");
  expect(sent?.text).toContain("家事");
  expect(more).toEqual([]);
  expect(await leaveOf("李明")).toEqual([{ reason: "family", on: "2026-09-28" }]);
});

test("leave asked for twice is not asked for anew, and nobody is told twice", async () => {
  const before = heard("刘敏", "activity.leave-asked").length;
  const [answer] = await city.person("李明").says("请假 孩子生病住院 活-2026-005");
  expect(answer?.text).toContain("已经请过");
  expect(heard("刘敏", "activity.leave-asked")).toHaveLength(before);
});

test("asked which activity, a reason is kept, and the activity asked about once more", async () => {
  const wang = city.person("王芳");
  const [which] = await wang.says("请假");
  expect(which?.text).toContain("哪一场");
  const [again] = await wang.says("老人病了要照顾");
  expect(again?.text).toContain("哪一场");
  const [sent] = await wang.says("28号那场");
  expect(sent?.text).toContain("家事");
  expect(await leaveOf("王芳")).toEqual([{ reason: "family", on: "2026-09-28" }]);
});

test("asked which activity, the day and the reason may come in one sentence", async () => {
  const chen = city.person("陈建国");
  await chen.says("请假");
  const [sent] = await chen.says("28号的,要去省里开会");
  expect(sent?.text).toContain("公务会议");
});

test.for(["我不去了", "不去", "来不了了", "去不成"])(
  "%s is a wish for leave: which one is asked, then why",
  async (said) => {
    const [which] = await city.person("杨秀英").says(said);
    expect(which?.text).toContain("哪一场请假");
    await city.person("杨秀英").says("算了");
  },
);

test("a wish for leave that is let go leaves nothing behind and is not asked about for ever", async () => {
  const yang = city.person("杨秀英");
  await yang.says("不去了");
  const [dropped, ...more] = await yang.says("算了");
  expect([dropped?.text.includes("没有请假"), more.length]).toEqual([true, 0]);
  await yang.says("不去了");
  const [, once] = await yang.says("我的履职");
  expect(once?.text).toContain("哪一场请假");
  const [, twice] = await yang.says("我的意见");
  expect(twice).toBeUndefined();
});

test("a report instead of a reason is a report", async () => {
  const yang = city.person("杨秀英");
  await yang.taps("请假");
  const [card] = await yang.says("昨天走访黄连村12户");
  expect(card?.kind).toBe("report.card");
  await yang.says("不记了");
  await yang.says("算了");
  expect(await leaveOf("杨秀英")).toEqual([]);
});

test("参加 is changed into leave in one's own words, reason and all", async () => {
  const luo = city.person("罗文军");
  await luo.taps("参加");
  const [which] = await luo.says("改成请假 有事");
  expect(which?.text).toContain("哪一场");
  const [sent] = await luo.taps("9月28日(周一) 羊昌镇代表小组活动");
  expect(sent?.text).toContain("请假(其他)");
  const [listed] = await luo.says("我的活动");
  expect(listed?.text).toContain("已回：请假");
});

test("a reason of no known kind stands in the deputy's own words, for whoever decides too", async () => {
  const luo = city.person("罗文军");
  const [sent] = await luo.says("9月23日的活动请假,家门口修路要我守着");
  expect(sent?.text).toContain("请假(家门口修路要我守着)");
  await eventually(() =>
    expect(heard("刘敏", "activity.leave-asked").at(-1)?.text).toContain("请假：家门口修路要我守着"),
  );
});

test("who does not agree hears how to object", async () => {
  const [answer] = await city.person("罗文军").says("我不服");
  expect(answer?.text).toContain("异议 当天我在会场");
});

test("what is not kept is said so in words that sound like no consent", async () => {
  const [answer] = await city.person("罗文军").says("今天天气不错");
  expect(answer?.text).not.toContain("好的");
  expect(answer?.text).toContain("没有记");
});
