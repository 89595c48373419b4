import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planFile } from "#test/support/plan-file.ts";
import { openPlanHouse, type PlanHouse, plannedRow } from "#test/support/plan-house.ts";

let house: PlanHouse;
const invited = () => house.heard("李明", "activity.invited");

describe("when much is near at once", () => {
  beforeAll(async () => {
    house = await openPlanHouse("2027-03-01 10:00");
  });
  afterAll(() => house.city.close());

  test("a deputy gets two notices a day, soonest first, and what is close goes out whatever else does", async () => {
    const near = ["2027-03-10", "2027-03-11", "2027-03-12", "2027-03-13", "2027-03-14"].map((on, index) =>
      plannedRow(index + 1, on),
    );
    await house.clerk().sends("计划.xlsx", await planFile(near));
    const [receipt] = await house.clerk().says("对");
    expect(receipt?.text).toContain("马上发通知的2场");
    expect(invited()).toHaveLength(2);
    const again = await house.turn("2027-03-01 15:00");
    expect(again?.report).toEqual({ activities: 0, postponed: 3 });
    const next = await house.turn("2027-03-02 09:00");
    expect(next?.report).toEqual({ activities: 2, postponed: 1 });
    const close = await house.turn("2027-03-09 09:00");
    expect(close?.report).toEqual({ activities: 1, postponed: 0 });
    await house.clerk().says("活动");
    expect(invited()).toHaveLength(5);
    expect(new Set(invited().map((one) => one.number)).size).toBe(5);
  });

  test("two of the staff who say yes to the same plan at once plan it once", async () => {
    const before = await house.planned();
    const both = await planFile([plannedRow(31, "2027-08-10"), plannedRow(32, "2027-09-10")]);
    await house.clerk().sends("计划.xlsx", both);
    await house.city.person("孙丽").sends("计划.xlsx", both);
    await Promise.all([house.clerk().says("对"), house.city.person("孙丽").says("对")]);
    expect(await house.planned()).toBe(before + 2);
    const broken = ["刘敏", "孙丽"].flatMap((name) => house.city.person(name).heard()).map((one) => one.kind);
    expect(broken).not.toContain("help.broken");
  });

  test("somebody elected meanwhile is not called before the others", async () => {
    await house.clerk().sends("再一份.xlsx", await planFile([plannedRow(9, "2027-06-10")]));
    await house.clerk().says("对");
    await house.city.person("孙丽").says("补选 赵新 羊昌镇代表小组 3月9日");
    const [elected] = await house.city.person("孙丽").says("对");
    expect(elected?.text).toContain("赵新");
    expect(
      await house.count(sql`select count(*)::int4 n from attendances t join activities a on a.id = t.activity_id
        where a.plan_key = '2027:9'`),
    ).toBe(0);
    await house.turn("2027-05-27 09:00");
    expect(
      await house.count(sql`select count(*)::int4 n from attendances t join activities a on a.id = t.activity_id
        where a.plan_key = '2027:9'`),
    ).toBe(6);
  });
});
