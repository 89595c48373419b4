import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { answerTo } from "#test/support/overheard.ts";
import { waitUntil } from "#test/support/wait.ts";

let city: City;
const li = () => city.person("李明");

// The demo's activity begins at 09:30 on 23 September; Li was reminded of it at nine the day before.
beforeAll(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
  city.now = at("2026-09-22 09:00");
  await runAt(city.database.db, "activity-reminders", city.now);
  await waitUntil(() =>
    li()
      .heard()
      .some((one) => one.kind === "deadline.reminder"),
  );
  city.now = at("2026-09-22 10:00");
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from reminders where state = 'waiting' or reason = 'declined'`);
  await city.database.db.execute(sql`delete from dialogs`);
});

const again = async () => {
  const rows = await city.database.db.execute<{ due: string }>(sql`
    select to_char(r.due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') due from reminders r
    join people p on p.id = r.person_id where p.name = '李明' and r.state = 'waiting'`);
  return rows.map(({ due }) => due);
};

test.each([
  ["过一个钟头再喊我", "09-22 11:00"],
  ["过一个小时再提醒", "09-22 11:00"],
  ["两小时后提醒", "09-22 12:00"],
  ["1小时后提醒", "09-22 11:00"],
  ["半个小时后再提醒我一下", "09-22 10:30"],
  ["一个半小时后再提醒", "09-22 11:30"],
  ["等哈再提醒我", "09-22 11:00"],
  ["晚上八点半提醒", "09-22 20:30"],
  ["晚上九点半提醒", "09-23 08:00"],
  ["后天提醒我", "09-23 08:30"],
  ["过两天再提醒", "09-23 08:30"],
  ["后天早上再提醒", "09-23 08:30"],
  ["今晚提醒我", "09-22 19:00"],
  ["今天下午再提醒我", "09-22 15:00"],
  ["明早8点", "09-23 08:00"],
  ["明早8点喊我", "09-23 08:00"],
  ["活动的事明早再提醒我", "09-23 09:00"],
  ["好的，明早再提醒我", "09-23 09:00"],
  ["知道了，明天早上再提醒我一下", "09-23 09:00"],
  ["收到，一小时后提醒我", "09-22 11:00"],
  ["嗯，明早再提醒", "09-23 09:00"],
  ["行，过一小时再提醒我", "09-22 11:00"],
  ["晓得了，明早8点提醒我", "09-23 08:00"],
  ["谢谢，明天早上再提醒一下", "09-23 09:00"],
  ["知道了，过一个小时再叫我", "09-22 11:00"],
  ["好嘞谢谢，过半个小时喊我一声", "09-22 10:30"],
  ["收到收到，今晚提醒我", "09-22 19:00"],
  ["中午再提醒我", "09-22 12:00"],
  ["好的，中午提醒我", "09-22 12:00"],
  ["中，中午提醒我", "09-22 12:00"],
])("%s: it is said when, and of what", async (words, due) => {
  expect(await answerTo(li(), words)).toContain("羊昌镇代表小组活动");
  expect(await again()).toEqual([due]);
});

test("later than it begins: it is said that the word comes before", async () => {
  expect(await answerTo(li(), "后天提醒我")).toContain("提前到开始之前");
  expect(await answerTo(li(), "过一个钟头再喊我")).not.toContain("提前到开始之前");
});

test.each([
  "知道了，不用再提醒了",
  "好的谢谢，别再提醒我了",
  "晓得了，不用再催我了",
  "别再提醒我了",
  "不用再提醒了",
  "不要老是提醒我",
  "活动不用再提醒了",
])("%s ends it", async (words) => {
  expect(await answerTo(li(), words)).toContain("不再提醒您：羊昌镇代表小组活动");
  expect(await again()).toEqual([]);
});

describe("of what nobody was reminded of", () => {
  test.each(["自评过两天再提醒", "不用再提醒自评了"])("%s says so, and takes nothing else", async (words) => {
    expect(await answerTo(li(), words)).toContain("没有发过提醒");
    expect(await again()).toEqual([]);
  });
});

test.each([
  "昨天提醒王大爷注意用电",
  "群众反映没人通知开会",
  "两小时后去走访黄连村",
  "好的，明早我去",
  "知道了，明天提醒村民搬走杂物",
  "行，那明早见",
  "后天提醒村民搬走杂物",
])("%s is no wish of that kind", async (words) => {
  expect(await answerTo(li(), words)).not.toContain("再提醒您");
  expect(await again()).toEqual([]);
  await li().says("都不是");
});

test("asked which activity leave is from, a wish to be reminded later is that", async () => {
  await city.person("刘敏").says("发布活动 9月28日上午9点 羊昌镇代表小组 小组活动");
  await city.person("刘敏").says("对");
  await li().says("请假");
  expect(await answerTo(li(), "明早8点")).toContain("再提醒您");
  expect(await answerTo(li(), "别再提醒我了")).toContain("不再提醒您");
});
