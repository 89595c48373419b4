import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { planFile } from "#test/support/plan-file.ts";
import { openPlanHouse, type PlanHouse, plannedRow } from "#test/support/plan-house.ts";

let house: PlanHouse;
beforeEach(async () => {
  house = await openPlanHouse("2027-01-10 10:00");
});
afterEach(() => house.city.close());

const SAID = "发布活动 1月20日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府";
const sends = async (when: string, more = {}): Promise<string> => {
  const [card] = await house.clerk().sends("计划.xlsx", await planFile([plannedRow(1, when, more)]));
  return card?.text ?? "";
};
const says = async (line: string): Promise<string> => (await house.clerk().says(line))[0]?.text ?? "";
const meetings = () =>
  house.count(sql`select count(*)::int4 n from activities where kind = 'group_activity' and state = 'planned'
    and on_day between '2027-01-15' and '2027-01-31' and org_id = (select id from orgs where name = '羊昌镇代表小组')
    and starts_at::time = (timestamptz '2027-01-20 09:00+08')::time`);

test("what was published by chat and stands in the plan sent afterwards is one activity, called once", async () => {
  await says(SAID);
  await says("对");
  expect(await sends("2027-01-20")).toContain("已发布过，不再发");
  await says("对");
  expect(await meetings()).toBe(1);
  await house.turn("2027-01-11 09:00");
  await house.clerk().says("活动");
  expect(house.heard("李明", "activity.invited")).toHaveLength(1);
  expect(await sends("2027-01-20")).toContain("一样");
});

test("once taken up, the plan moves it like any of its own", async () => {
  await says(SAID);
  await says("对");
  await sends("2027-01-20");
  await says("对");
  expect(await sends("2027-01-21")).toContain("1月20日(周三) 09:00 改到 1月21日(周四) 09:00");
  await says("对");
  expect(await meetings()).toBe(1);
  expect(house.heard("李明", "activity.changed")).toHaveLength(1);
});

test("a plan that says another place of it changes the place, and tells of that", async () => {
  await says(SAID);
  await says("对");
  await sends("2027-01-20", { place: "农贸市场" });
  await says("对");
  expect(await meetings()).toBe(1);
  expect(house.heard("李明", "activity.changed")[0]?.text).toContain("农贸市场");
});

test("what stands in the plan and is published by chat afterwards is not published again", async () => {
  await sends("2027-01-20");
  await says("对");
  expect(await says(SAID)).toContain("没有再发");
  expect(await meetings()).toBe(1);
});

test("a row without a day names what was published by chat within its days, and asks", async () => {
  await says(SAID);
  await says("对");
  const card = await sends("1月中旬");
  expect(card).toContain("可能是同一场");
  expect(card).toMatch(/表里“1月中旬 09:00 羊昌镇代表小组活动”，已发布 活-2027-\d+ 1月20日\(周三\) 09:00/u);
  expect(card).toContain("把表里的时间填成已发布的(如 2027-01-17、09:30)");
  // As the card says: with day and hour the row is what was published.
  expect(await sends("2027-01-20")).toContain("已发布过，不再发");
  await says("对");
  expect(await meetings()).toBe(1);
});

test("one of another kind, or outside the days of the row, is no twin of it", async () => {
  await says(SAID);
  await says("对");
  expect(await sends("2月中旬")).not.toContain("可能是同一场");
  expect(await sends("1月中旬", { kind: "视察" })).not.toContain("可能是同一场");
});

test("a session called by chat and listed in the plan sent afterwards is one session with its sittings", async () => {
  const office = house.city.person("孙丽");
  for (const line of [
    "发布会议 乌当区第六次会议 地点区会议中心;1月26日上午9点 全体会议;1月27日上午9点 全体会议",
    "对",
  ])
    await office.says(line);
  const sitting = (nth: string, on: string) => ({
    number: 1,
    org: "乌当区",
    title: "乌当区第六次会议",
    sitting: nth,
    kind: "全体会议",
    on,
    time: "9:00",
    place: "区会议中心",
  });
  const file = await planFile([], [sitting("1", "2027-01-26"), sitting("2", "2027-01-27")]);
  const [card] = await office.sends("计划.xlsx", file);
  expect(card?.text).toContain("新增0场，改动0场");
  await office.says("对");
  expect(
    await house.count(sql`select count(*)::int4 n from activities where org_id = (select id from orgs where name = '乌当区')
      and on_day between '2027-01-26' and '2027-01-27'`),
  ).toBe(3);
});

test("a row that was planned without a day despite that, and has the day in the next plan, is still one activity", async () => {
  await says(SAID);
  await says("对");
  await sends("1月中旬");
  await says("对");
  expect(await sends("2027-01-20")).toContain("已发布过，不再发");
  await says("对");
  expect(await meetings()).toBe(1);
  // The row is that activity from now on: nothing waits for a day any more, and the plan moves it.
  expect(await says("活动")).not.toContain("日期待定");
  expect(await sends("2027-01-21")).toContain("1月20日(周三) 09:00 改到 1月21日(周四) 09:00");
});

test("a row that was planned without a day despite that is not dated by chat to what was published", async () => {
  await says(SAID);
  await says("对");
  await sends("1月中旬");
  await says("对");
  const [{ number } = { number: "" }] = await house.city.database.db.execute<{ number: string }>(
    sql`select number from undated_plans where closed_at is null and from_day = '2027-01-11'`,
  );
  const answer = await says(`改活动 ${number} 时间1月20日上午9点`);
  expect(answer).toContain(`已经发布了同一时间的这场活动，${number} 没有改动`);
  expect(answer).toContain(`取消活动 ${number}`);
  expect(await meetings()).toBe(1);
  await says(`取消活动 ${number}`);
  await says("对");
  expect(await says("活动")).not.toContain("日期待定");
  expect(await meetings()).toBe(1);
});
