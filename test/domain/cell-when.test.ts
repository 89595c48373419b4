import { expect, test } from "vitest";
import { type CellWhen, daysOf, findCellWhen, yearOfPlan } from "#src/domain/plans/cell-when.ts";

const shown = (text: string): string => {
  const found = findCellWhen(text);
  if (found === null) return "nothing";
  const [from, to] = daysOf(found, found.year ?? 2027);
  return found.exact ? from : `${from} to ${to}`;
};

test.each([
  ["2027-03-12", "2027-03-12"],
  ["2028年2月29日", "2028-02-29"],
  ["3月12日", "2027-03-12"],
  ["三月12号", "2027-03-12"],
  ["3.12", "2027-03-12"],
  ["3月", "2027-03-01 to 2027-03-31"],
  ["三月份", "2027-03-01 to 2027-03-31"],
  ["2月", "2027-02-01 to 2027-02-28"],
  ["2028年2月", "2028-02-01 to 2028-02-29"],
  ["2028-02", "2028-02-01 to 2028-02-29"],
  ["3月上旬", "2027-03-01 to 2027-03-10"],
  ["3月中旬", "2027-03-11 to 2027-03-20"],
  ["2月下旬", "2027-02-21 to 2027-02-28"],
  ["三月底", "2027-03-21 to 2027-03-31"],
  ["3月第二周", "2027-03-08 to 2027-03-14"],
  ["2月第五周", "2027-02-28 to 2027-02-28"],
  ["3-4月", "2027-03-01 to 2027-04-30"],
  ["3月至5月", "2027-03-01 to 2027-05-31"],
  ["二季度", "2027-04-01 to 2027-06-30"],
  ["第4季度", "2027-10-01 to 2027-12-31"],
  ["2028年二季度", "2028-04-01 to 2028-06-30"],
  ["上半年", "2027-01-01 to 2027-06-30"],
  ["2028年", "2028-01-01 to 2028-12-31"],
  ["待定", "2027-01-01 to 2027-12-31"],
  ["每月15日", "nothing"],
  ["每季度", "nothing"],
  ["13月", "nothing"],
  ["2月30日", "nothing"],
  ["5-3月", "nothing"],
  ["三", "nothing"],
  ["3", "nothing"],
  ["开春以后", "nothing"],
  ["", "nothing"],
])("a cell that says %s means %s", (text, meant) => {
  expect(shown(text)).toBe(meant);
});

const cells = (...texts: readonly string[]): CellWhen[] => texts.flatMap((text) => findCellWhen(text) ?? []);

test.each([
  [["2027-03-12", "3月", "2027年5月"], "2026-12-20", 2027],
  [["3月", "二季度", "12月"], "2026-12-20", 2027],
  [["3月", "二季度", "12月"], "2027-02-20", 2027],
  [["待定"], "2027-02-20", 2027],
] as const)("a plan that says %j, sent on %s, is of %i", (texts, today, year) => {
  expect(yearOfPlan(cells(...texts), today)).toBe(year);
});
