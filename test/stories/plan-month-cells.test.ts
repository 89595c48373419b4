import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import { openPlanHouse, type PlanHouse } from "#test/support/plan-house.ts";

// The clerk typed 2027年3月 and the spreadsheet program keeps the first of March, and shows 2027年3月.
const MARCH = new Date("2027-03-01T00:00:00Z");
const MONTH = 'yyyy"年"m"月"';

let house: PlanHouse;
beforeEach(async () => {
  house = await openPlanHouse("2027-01-04 10:00");
});
afterEach(() => house.city.close());

/** A yearly plan with one activity, whose day is kept like this. */
async function planWith(numFmt: string): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const head = Object.values(PLAN_SHEETS.plan.columns).map((one) => one.head);
  const row = [1, "羊昌镇代表小组", "小组活动", MARCH, "09:00", "镇政府", "走访"];
  const cells = new Map([["1,3", { value: MARCH, style: { numFmt } }]]);
  return writeXlsx({ sheets: [{ name: PLAN_SHEETS.plan.name, rows: [head, row], cells }] });
}

const card = async (numFmt: string): Promise<string> =>
  (await house.clerk().sends("计划.xlsx", await planWith(numFmt)))[0]?.text ?? "";

test("a month that a spreadsheet program turned into its first day is planned as a month, whose day is to be fixed", async () => {
  const shown = await card(MONTH);
  for (const piece of ["日期待定1场", "2027年3月 09:00 羊昌镇代表小组活动"]) expect(shown).toContain(piece);
  await house.clerk().says("对");
  const [row] = await house.city.database.db.execute<{ from: string; to: string }>(
    sql`select from_day::text "from", to_day::text "to" from undated_plans`,
  );
  expect(row).toEqual({ from: "2027-03-01", to: "2027-03-31" });
  expect(await house.planned()).toBe(0);
});

test("the first of March that is shown as a day is one", async () => {
  expect(await card("yyyy/m/d")).not.toContain("日期待定");
  await house.clerk().says("对");
  expect(await house.planned()).toBe(1);
});
