import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// Each deputy of 羊昌镇 is called to the demo's own activity on 15 December and to one on the 10th.
const SECOND = "活-2026-005";
let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-08T09:00:00+08:00");
  await say("刘敏", "发布活动 12月10日下午3点 羊昌镇代表小组 小组活动");
  await say("刘敏", "对");
});
afterAll(() => city.close());

const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);
const leavesOf = async (name: string) => {
  const rows = await city.database.db.execute<{ number: string }>(sql`
    select a.number from leaves l join activities a on a.id = l.activity_id join people p on p.id = l.person_id
    where p.name = ${name} and l.state = 'pending' order by a.starts_at`);
  return rows.map(({ number }) => number);
};

test.each(["到时候看情况", "说不准", "看时间吧", "再说吧"])(
  "%s answers no notice: what is open is shown once more",
  async (words) => {
    expect(await say("王芳", words)).toMatch(/活动安排|能来吗/u);
  },
);

test("said where leave lacks its activity, it is no reason, and nothing is asked for", async () => {
  await say("陈建国", "请假 生病住院");
  expect(await say("陈建国", "到时候看情况")).toContain("哪一场请假");
  expect(await leavesOf("陈建国")).toEqual([]);
});

test("what was called off meanwhile is not offered any more", async () => {
  await say("罗文军", `请假 ${SECOND}`);
  await say("刘敏", `取消活动 ${SECOND}`);
  await say("刘敏", "对");
  const again = await say("陈建国", "请假 生病住院");
  expect(again).toContain("12月15日");
  expect(again).not.toContain(SECOND);
  expect(await say("罗文军", "我的履职")).not.toContain("请假还差一步");
});

test("whoever chases, changes or would bring back what was called off hears just that", async () => {
  for (const words of [`催 ${SECOND}`, `改活动 ${SECOND} 地点二楼`, `恢复活动 ${SECOND}`])
    expect(await say("刘敏", words)).toContain("已经取消了");
});

test("a sitting that is named is meant, and its date is that of the month in which it is", async () => {
  await say(
    "孙丽",
    "发布会议 乌当区第六次会议 地点区会议中心;1月12日上午9点 全体会议;1月12日下午2点半 代表团会议;1月13日上午9点 全体会议",
  );
  await say("孙丽", "对");
  expect(await say("王芳", "12日下午的代表团会议请假,学校有课")).toContain("1月12日(周二) 14:30 代表团会议");
  expect(await say("李明", "人代会我要请假,住院")).toContain("1月12日(周二) 09:00 乌当区第六次会议");
  expect(await say("杨秀英", "25号请假,出差")).toContain("没有您要参加的活动");
});

test("what is planned this year is a list of activities", async () => {
  expect(await say("刘敏", "今年的计划有哪些")).toContain("活动安排");
});
