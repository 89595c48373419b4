import { afterAll, beforeAll, expect, test } from "vitest";
import { planFile } from "#test/support/plan-file.ts";
import { openPlanHouse, type PlanHouse, plannedRow } from "#test/support/plan-house.ts";

// In December the plan of the next year is sent.
let house: PlanHouse;
beforeAll(async () => {
  house = await openPlanHouse("2026-12-08 10:00");
});
afterAll(() => house.city.close());

const sends = async (...days: readonly string[]): Promise<string> => {
  const rows = days.map((day, index) => plannedRow(index + 1, day));
  const [card] = await house.clerk().sends("计划.xlsx", await planFile(rows));
  return card?.text ?? "";
};

test("a day that may be this year's or next year's is not planned before its year is written", async () => {
  const answer = await sends("2027-03-12", "2027-05-12", "12月20日");
  expect(answer).toContain("没写年份");
  expect(answer).toContain("12月20日");
  expect(await house.planned()).toBe(0);
});

test("a day that is over this year is next year's, like the rest of the plan", async () => {
  const answer = await sends("2027-03-12", "2027-05-12", "4月12日");
  expect(answer).toContain("2027年4月12日");
});
