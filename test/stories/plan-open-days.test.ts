import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, runAt } from "#test/support/clockwork.ts";
import { planFile } from "#test/support/plan-file.ts";
import { openPlanHouse, type PlanHouse, plannedRow } from "#test/support/plan-house.ts";

let house: PlanHouse;
const open = () => house.count(sql`select count(*)::int4 n from undated_plans where closed_at is null`);
const numberOf = async (said: string) =>
  (
    await house.city.database.db.execute<{ number: string }>(
      sql`select number from undated_plans where said = ${said}`,
    )
  )[0]?.number ?? "";
const send = async (...rows: readonly ReturnType<typeof plannedRow>[]) =>
  (await house.clerk().sends("计划.xlsx", await planFile(rows)))[0];
const remind = async (moment: string) => {
  house.city.now = at(moment);
  await runAt(house.city.database.db, "plan-days", house.city.now);
  await house.clerk().says("活动");
  return house.heard("刘敏", "deadline.reminder").at(-1)?.text ?? "";
};

const DATED = plannedRow(1, "2027-02-26");
const SPRING = plannedRow(2, "3月中旬", { time: null, kind: "视察" });
const QUARTER = plannedRow(3, "二季度", { time: "待定" });
const HOURLESS = plannedRow(4, "9月10日", { time: null });

beforeAll(async () => {
  house = await openPlanHouse("2027-01-04 10:00");
});
afterAll(() => house.city.close());

test("what is no day at all is still a bad cell", async () => {
  const card = await send(DATED, plannedRow(2, "每月15日"), plannedRow(3, "2026年二季度"));
  expect(card?.text).toContain("第3行「日期」：看不出哪天");
  expect(card?.text).toContain("第4行「日期」：这个时间已经过了");
});

test("rows without a day are planned as still to be fixed, shown first", async () => {
  const card = await send(DATED, SPRING, QUARTER, HOURLESS);
  for (const piece of [
    "新增4场",
    "日期待定3场",
    "3月中旬 羊昌镇代表小组视察",
    "二季度 羊昌镇代表小组活动",
    "9月10日",
  ])
    expect(card?.text).toContain(piece);
  expect(card?.text.length).toBeLessThanOrEqual(500);
  const [receipt] = await house.clerk().says("对");
  expect(receipt?.text).toContain("其中3场日期待定");
  expect([await house.planned(), await open()]).toEqual([1, 3]);
});

test("they stand in 待办 and in 活动 of whoever must fix the day, and are nothing to a deputy", async () => {
  const [todo] = await house.clerk().says("待办");
  expect(todo?.text).toContain("日期待定的活动3场：");
  expect(todo?.text).toContain("3月中旬");
  const [all] = await house.clerk().says("待办 日期");
  expect(all?.text).toContain("二季度");
  const [list] = await house.clerk().says("活动");
  expect(list?.text).toContain("日期待定3场");
  const number = await numberOf("3月中旬");
  const [shown] = await house.clerk().says(number);
  expect(shown?.text).toContain(`定了就说：改活动 ${number}`);
  const [own] = await house.city.person("李明").says("活动");
  expect(own?.text).not.toContain("3月中旬");
  const [asked] = await house.city.person("李明").says(number);
  expect(asked?.text).toContain("没有找到");
});

test("sent again it changes nothing; other words for when are a change", async () => {
  expect((await send(DATED, SPRING, QUARTER, HOURLESS))?.text).toContain("和已登记的4场一样");
  const card = await send(DATED, SPRING, plannedRow(3, "5月"), HOURLESS);
  expect(card?.text).toContain("新增0场，改动1场");
  await house.clerk().says("对");
  expect(await open()).toBe(3);
});

test("before the stretch begins the clerk is reminded; nobody is called to it", async () => {
  expect(await remind("2027-02-08 09:00")).toBe("");
  const month = await remind("2027-02-09 09:00");
  expect(month).toContain("该定日期了：");
  expect(month).toContain("3月中旬");
  expect(await remind("2027-03-11 09:00")).toContain("3月中旬");
  await house.turn("2027-03-11 09:05");
  expect(house.heard("李明", "activity.invited").filter((one) => one.text.includes("视察"))).toEqual([]);
});

test("a day fixed in words makes an activity of the same number, and calls deputies when it is near", async () => {
  const number = await numberOf("3月中旬");
  const [half] = await house.clerk().says(`改活动 ${number} 时间3月19日`);
  expect(half?.text).toContain("日期和几点都要有");
  const [card] = await house.clerk().says(`改活动 ${number} 时间3月19日上午9点`);
  expect(card?.text).toContain("时间：3月19日(周五) 09:00");
  await house.clerk().says("对");
  expect(await open()).toBe(2);
  await house.city.person("李明").says("活动");
  const [invited, more] = house.heard("李明", "activity.invited").filter((one) => one.number === number);
  expect(more).toBeUndefined();
  expect(invited?.text).toContain("3月19日(周五) 09:00");
  const before = house.heard("刘敏", "deadline.reminder").length;
  await remind("2027-03-18 09:00");
  expect(house.heard("刘敏", "deadline.reminder")).toHaveLength(before);
});

test("the plan sent again with its old words leaves the fixed day alone", async () => {
  const card = await send(DATED, SPRING, plannedRow(3, "5月"), HOURLESS);
  expect(card?.text).toContain("没有要改的");
});

test("a day that the plan itself fixes keeps the number", async () => {
  const number = await numberOf("5月");
  const card = await send(DATED, SPRING, plannedRow(3, "2027-05-12"), plannedRow(4, "9月10日"));
  expect(card?.text).toContain(`定 ${number}:5月 定在 5月12日(周三) 09:00`);
  await house.clerk().says("对");
  expect(await open()).toBe(0);
  expect(
    await house.count(sql`select count(*)::int4 n from activities where number = ${number} and held_back`),
  ).toBe(1);
});

test("one that is not wanted any more is called off, and nobody hears of it", async () => {
  await send(DATED, SPRING, plannedRow(3, "2027-05-12"), plannedRow(4, "9月10日"), plannedRow(5, "11月"));
  await house.clerk().says("对");
  const [card] = await house.clerk().says(`取消活动 ${await numberOf("11月")}`);
  expect(card?.text).toContain("还没有发过通知");
  await house.clerk().says("对");
  expect(await open()).toBe(0);
});
