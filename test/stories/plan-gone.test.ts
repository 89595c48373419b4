import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planFile } from "#test/support/plan-file.ts";
import { openPlanHouse, type PlanHouse, plannedRow } from "#test/support/plan-house.ts";

let house: PlanHouse;
const inState = (state: string) =>
  house.count(sql`select count(*)::int4 n from activities where plan_key is not null and state = ${state}`);
const send = async (...rows: readonly ReturnType<typeof plannedRow>[]) =>
  house.clerk().sends("计划.xlsx", await planFile(rows));

const [NEAR, FAR, LAST] = [
  plannedRow(1, "2027-03-10"),
  plannedRow(2, "2027-08-10"),
  plannedRow(3, "2027-10-10"),
];
const OPEN = plannedRow(4, "下半年");

beforeAll(async () => {
  house = await openPlanHouse("2027-03-01 10:00");
  await send(NEAR, FAR, LAST, OPEN);
  await house.clerk().says("对");
});
afterAll(() => house.city.close());

test("rows that are not in the new file are named before the yes, and asked about apart from it", async () => {
  const [card] = await send(plannedRow(3, "2027-10-11"));
  expect(card?.text).toContain("不在新表里的3场");
  const [receipt, question] = await house.clerk().says("对");
  expect(receipt?.text).toContain("改动1场");
  expect(question?.text).toContain("不在新表里的3场，都取消吗");
  expect(question?.text).toContain("下半年");
  expect(question?.text).toContain("其中1场发过通知");
  expect([await inState("planned"), await inState("cancelled")]).toEqual([3, 0]);
});

test("a no leaves all of them as they are", async () => {
  const [answer] = await house.clerk().says("不用了");
  expect(answer?.text).toContain("一场也没有取消");
  expect([await inState("planned"), await inState("cancelled")]).toEqual([3, 0]);
});

test("after a yes they are off; who was called is told once, and nobody else", async () => {
  const [, question] = await send(plannedRow(3, "2027-10-11"));
  expect(question?.text).toContain("都取消吗");
  const [done] = await house.clerk().says("对");
  expect(done?.text).toContain("已取消3场");
  expect([await inState("planned"), await inState("cancelled")]).toEqual([1, 2]);
  await house.city.person("李明").says("活动");
  const told = house.heard("李明", "activity.cancelled");
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain("3月10日");
  const [again] = await send(plannedRow(3, "2027-10-11"));
  expect(again?.text).toContain("没有要改的");
  expect(house.heard("李明", "activity.cancelled")).toHaveLength(1);
});

test("what changed between the question and the yes is shown again", async () => {
  await send(plannedRow(3, "2027-10-11"), plannedRow(5, "2027-09-01"), plannedRow(6, "2027-03-20"));
  await house.clerk().says("对");
  const [, question] = await send(plannedRow(3, "2027-10-11"));
  expect(question?.text).toContain("不在新表里的2场");
  const office = house.city.person("孙丽");
  const [row] = await house.city.database.db.execute<{ number: string }>(
    sql`select number from activities where plan_key = '2027:5'`,
  );
  await office.says(`取消活动 ${row?.number} 下雨`);
  await office.says("对");
  const [moved] = await house.clerk().says("对");
  expect(moved?.text).toContain("刚才情况有变");
  expect(moved?.text).toContain("不在新表里的1场");
});
