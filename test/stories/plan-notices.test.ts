import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { planFile, type PlannedRow } from "#test/support/plan-file.ts";

const GROUP = "羊昌镇代表小组";
const row = (number: number, on: string, more: PlannedRow = {}): PlannedRow => ({
  number,
  org: GROUP,
  kind: "代表小组活动",
  on,
  time: "9:00",
  place: "羊昌镇政府",
  ...more,
});

let city: City;
const clerk = () => city.person("刘敏");
const invited = (name = "李明") =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "activity.invited");
const count = async (what: ReturnType<typeof sql>): Promise<number> => {
  const [found] = await city.database.db.execute<{ n: number }>(what);
  return found?.n ?? 0;
};
const planned = () => count(sql`select count(*)::int4 n from activities where plan_key is not null`);
const turn = async (moment: string) => {
  city.now = at(moment);
  return runAt(city.database.db, "plan-notices", city.now);
};

describe("when much is near at once", () => {
  beforeAll(async () => {
    city = await openCity("2027-03-01T10:00:00+08:00");
  });
  afterAll(() => city.close());

  test("a deputy gets two notices a day, soonest first, and what is close goes out whatever else does", async () => {
    const near = ["2027-03-10", "2027-03-11", "2027-03-12", "2027-03-13", "2027-03-14"].map((on, index) =>
      row(index + 1, on),
    );
    await clerk().sends("计划.xlsx", await planFile(near));
    const [receipt] = await clerk().says("对");
    expect(receipt?.text).toContain("马上发通知的2场");
    expect(invited()).toHaveLength(2);
    const again = await turn("2027-03-01 15:00");
    expect(again?.report).toEqual({ activities: 0, postponed: 3 });
    const next = await turn("2027-03-02 09:00");
    expect(next?.report).toEqual({ activities: 2, postponed: 1 });
    const close = await turn("2027-03-09 09:00");
    expect(close?.report).toEqual({ activities: 1, postponed: 0 });
    await clerk().says("活动");
    expect(invited()).toHaveLength(5);
    expect(new Set(invited().map((one) => one.number)).size).toBe(5);
  });

  test("two of the staff who say yes to the same plan at once plan it once", async () => {
    const before = await planned();
    const both = await planFile([row(31, "2027-08-10"), row(32, "2027-09-10")]);
    await clerk().sends("计划.xlsx", both);
    await city.person("孙丽").sends("计划.xlsx", both);
    await Promise.all([clerk().says("对"), city.person("孙丽").says("对")]);
    expect(await planned()).toBe(before + 2);
    const broken = ["刘敏", "孙丽"].flatMap((name) => city.person(name).heard()).map((one) => one.kind);
    expect(broken).not.toContain("help.broken");
  });

  test("somebody elected meanwhile is not called before the others", async () => {
    await clerk().sends("再一份.xlsx", await planFile([row(9, "2027-06-10")]));
    await clerk().says("对");
    await city.person("孙丽").says("补选 赵新 羊昌镇代表小组 3月9日");
    const [elected] = await city.person("孙丽").says("对");
    expect(elected?.text).toContain("赵新");
    expect(
      await count(sql`select count(*)::int4 n from attendances t join activities a on a.id = t.activity_id
        where a.plan_key = '2027:9'`),
    ).toBe(0);
    await turn("2027-05-27 09:00");
    expect(
      await count(sql`select count(*)::int4 n from attendances t join activities a on a.id = t.activity_id
        where a.plan_key = '2027:9'`),
    ).toBe(6);
  });
});
