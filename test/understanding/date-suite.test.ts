import { expect, test } from "vitest";
import { listDateCases, reportDates } from "#test/support/date-suite.ts";

// Floors, not aims: what is reached may not be lost again.
const FLOORS: readonly (readonly [row: string, exact: number, day: number])[] = [
  ["core", 99, 99],
  ["all zh-Hans", 80, 80],
  ["all", 78, 79],
  ["kind:none", 88, 0],
  ["kind:time", 100, 0],
  ["kind:timerange", 100, 0],
  ["kind:duration", 100, 0],
  ["kind:datetime", 87, 92],
];

const rows = reportDates(listDateCases());

test.each(FLOORS)("%s: at least %d %% exact and %d %% on the right day", (name, exact, day) => {
  const row = rows[name];
  expect(row?.exact).toBeGreaterThanOrEqual(exact);
  expect(row?.date ?? 100).toBeGreaterThanOrEqual(day);
});
