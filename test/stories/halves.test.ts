import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// The congress sits on 20 October, morning and afternoon, and on the 21st and 22nd; 羊昌镇's group meets on the 15th at 9:30.
let city: City;
const say = (name: string, said: string) => answerTo(city.person(name), said);
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-09-30T10:00:00+08:00");
  await say(
    "孙丽",
    "发布会议 乌当区第八次会议 地点区会议中心;10月20日上午9点 全体会议;10月20日下午2点半 代表团会议;10月21日上午9点 代表团会议;10月22日上午9点 全体会议",
  );
  await say("孙丽", "对");
  await say("刘敏", "发布活动 10月15日上午9点半 羊昌镇代表小组 小组活动");
  await say("刘敏", "对");
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

test("each half of a day is answered by itself", async () => {
  const answer = await say("李明", "10月20号上午我来,下午请假,单位有个会");
  expect(answer).toMatch(/参加[^\n]*10月20日\(周二\) 09:00 全体会议/u);
  expect(answer).toMatch(/请假[^\n]*10月20日\(周二\) 14:30 代表团会议/u);
});

test("leave from a half is leave from the sitting of that half", async () => {
  const answer = await say("王芳", "10月20号下午请假,带孩子看病");
  expect(answer).toContain("14:30 代表团会议");
  expect(answer).not.toContain("09:00");
});

test("a half in which nothing is is said to be of nothing", async () => {
  const answer = await say("陈建国", "15号上午我有事,下午可以来");
  expect(answer).toContain("10月15日(周四) 09:30");
  expect(answer).toContain("“下午”没有对上");
});

test("who asks for leave of a colleague as well reads that only the own is asked for", async () => {
  expect(await say("杨秀英", "我和陈建国15号的活动都请假,要去区里开会")).toContain("只替您自己请假");
  expect(await say("罗文军", "15号的活动请假,要去区里开会")).not.toContain("只替您自己");
});

test("leave that was just asked for is put right, and is no record", async () => {
  await say("李明", "21号请假,家里老人住院");
  const answer = await say("李明", "说错了,是22号请假,家里老人住院");
  expect(answer).toContain("10月22日");
  expect(answer).toContain("前面请的假没有动");
  expect(answer).not.toContain("没有找到这条记录");
});

test("who comes to all of the congress says so in a few words", async () => {
  expect(await say("罗文军", "人大会我全程参加")).toContain("乌当区第八次会议");
});

test("who takes back leave that was never asked for, and comes, comes", async () => {
  expect(await say("罗文军", "15号不请假了,我要来")).toContain("15日");
  expect(await say("王芳", "15号不请假了,我要来")).toContain("参加");
});

test.each(["20号上午走访了3户,下午接待了5个群众", "上午的活动我参加了", "10月20号上午几点开会?"])(
  "%s answers no half",
  async (said) => {
    expect(await say("王芳", said)).not.toMatch(/都看到了，记下/u);
    await say("王芳", "都不要了");
  },
);

test.for(["20号上午请假,下午来行不行", "20号上午要看病,下午没有事可以来"])(
  "%s: no leave from the afternoon",
  async (words) => {
    await say("陈建国", words);
    const rows = await city.database.db.execute(sql`
      select a.starts_at from leaves l join people p on p.id = l.person_id join activities a on a.id = l.activity_id
      where p.name = '陈建国' and a.title like '代表团%' and l.state <> 'withdrawn'`);
    expect(rows).toHaveLength(0);
  },
);
