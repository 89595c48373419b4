import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planFile } from "#test/support/plan-file.ts";
import { openPlanHouse, type PlanHouse, plannedRow } from "#test/support/plan-house.ts";

let house: PlanHouse;
const invited = () => house.heard("李明", "activity.invited");

// Thirty activities, every twelve days from 20 January 2027 on; three of them within the first fortnight of March.
const DAYS = Array.from({ length: 30 }, (_, index) => {
  const day = new Date(Date.UTC(2027, 0, 20 + index * 11));
  return day.toISOString().slice(0, 10);
});
const year = DAYS.map((on, index) => plannedRow(index + 1, on));

describe("a clerk sends the plan of a year", () => {
  beforeAll(async () => {
    house = await openPlanHouse("2027-01-04 10:00");
  });
  afterAll(() => house.city.close());

  test("an empty one to fill in comes first", async () => {
    const [answer] = await house.clerk().says("计划模板");
    expect(answer?.attachments[0]?.name).toBe("年度计划模板.xlsx");
  });

  test("every bad cell is named, and nothing is planned", async () => {
    const bad = await planFile([
      plannedRow(1, "每月三号"),
      plannedRow(2, "2027-03-12", { time: "一早", kind: "聚餐" }),
      plannedRow(3, "2027-03-13", { org: "没有的小组" }),
      plannedRow(3, "2026-12-01"),
      plannedRow(3, "2027-05-12"),
    ]);
    const [answer] = await house.clerk().sends("计划.xlsx", bad);
    const text = answer?.text ?? "";
    for (const piece of [
      "6处要改",
      "第2行「日期」：看不出哪天",
      "第3行「时间」：看不出几点",
      "第3行「类型」",
      "第4行「单位」：您管的范围里没有这个单位",
      "第5行「日期」：这个时间已经过了",
      "第6行「序号」：和前面的一行重复",
    ])
      expect(text).toContain(piece);
    expect(await house.planned()).toBe(0);
  });

  test("a deputy's workbook plans nothing", async () => {
    await house.city.person("李明").sends("计划.xlsx", await planFile(year));
    expect(await house.planned()).toBe(0);
  });

  test("it is shown first, and a no plans nothing", async () => {
    const [card] = await house.clerk().sends("计划.xlsx", await planFile(year));
    expect(card?.kind).toBe("sure.plan");
    for (const piece of ["新增30场", "1月20日(周三) 09:00 羊昌镇代表小组活动", "另有22场", "提前14天"])
      expect(card?.text).toContain(piece);
    expect(card?.text.length).toBeLessThanOrEqual(500);
    await house.clerk().says("不用了");
    expect(await house.planned()).toBe(0);
  });

  test("after the yes all are on file with numbers, and nobody gets thirty notices", async () => {
    await house.clerk().sends("计划.xlsx", await planFile(year), "年度计划");
    const [receipt] = await house.clerk().says("对");
    expect(receipt?.text).toContain("新增30场");
    expect(receipt?.text).toMatch(/活-2027-\d+ 到 活-20\d\d-\d+/u);
    expect(receipt?.text).toContain("最近一批在1月6日");
    expect(await house.planned()).toBe(30);
    expect(invited()).toHaveLength(0);
    const [list] = await house.clerk().says("活动");
    expect(list?.text).toContain("羊昌镇代表小组活动");
  });

  test("sent again it changes nothing", async () => {
    const [answer] = await house.clerk().sends("计划.xlsx", await planFile(year));
    expect(answer?.text).toContain("和已登记的30场一样");
    expect(await house.planned()).toBe(30);
  });

  test("a notice goes out a fortnight before, in the hour of reminders, once", async () => {
    const before = await house.turn("2027-01-05 09:00");
    expect(before?.tally.due).toBe(0);
    const first = await house.turn("2027-01-06 00:15");
    expect(first?.tally.due).toBe(5);
    expect(invited()).toHaveLength(0);
    await house.turn("2027-01-06 09:00");
    await house.city.person("李明").says("活动");
    expect(invited()).toHaveLength(1);
    expect(invited()[0]?.text).toContain("1月20日");
    await house.turn("2027-01-06 09:15");
    expect(await house.count(sql`select count(*)::int4 n from outbox where key like 'news:activity:%'`)).toBe(
      5,
    );
  });

  test("a day put right is shown as a change, and who was called is told once", async () => {
    const moved = year.map((one, index) =>
      index === 0 ? { ...one, when: "2027-01-21" } : index === 20 ? { ...one, time: "14:30" } : one,
    );
    const [card] = await house.clerk().sends("计划.xlsx", await planFile(moved.slice(0, 29)));
    expect(card?.text).toContain("新增0场，改动2场");
    expect(card?.text).toContain("1月20日(周三) 09:00 改到 1月21日(周四) 09:00");
    expect(card?.text).toContain("不在新表里的1场");
    await house.clerk().says("对");
    expect(await house.planned()).toBe(30);
    const changed = house.heard("李明", "activity.changed");
    expect(changed).toHaveLength(1);
    expect(changed[0]?.text).toContain("1月21日");
  });

  test("who is not called yet is told of no change, and 催 says so", async () => {
    const [row20] = await house.city.database.db.execute<{ number: string }>(
      sql`select number from activities where plan_key = '2027:21'`,
    );
    const [card] = await house.clerk().says(`改活动 ${row20?.number} 时间9月3日下午3点`);
    expect(card?.text).toContain("还没有发过通知");
    await house.clerk().says("对");
    const [answer] = await house.clerk().says(`催 ${row20?.number}`);
    expect(answer?.text).toContain("还没到发通知的时候");
    expect(invited()).toHaveLength(1);
  });
});
