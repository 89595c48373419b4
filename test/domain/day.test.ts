import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  isDay,
  toDayNumber,
  weekdayOf,
  yearOf,
} from "#src/domain/day.ts";

const MS_PER_DAY = 86_400_000;
const platformDay = (number: number): string => new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
/** Every day of the years 1600 to 2399, whole cycles of the calendar. */
const someDay = fc
  .integer({ min: Date.UTC(1600, 0, 1) / MS_PER_DAY, max: Date.UTC(2399, 11, 31) / MS_PER_DAY })
  .map(platformDay);

describe("a day", () => {
  test.each(["2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01"])("%s exists", (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    "2025-02-29",
    "1900-02-29",
    "2026-02-31",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-4-1",
    " 2026-04-01",
    "2026-04-01T00:00",
    "",
  ])("%j does not exist", (text) => {
    expect(isDay(text)).toBe(false);
  });

  test("has the number, the weekday and the neighbours that the platform's calendar gives it", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -100_000, max: 100_000 }), (day, count) => {
        const time = Date.parse(day);
        expect(isDay(day)).toBe(true);
        expect(toDayNumber(day)).toBe(time / MS_PER_DAY);
        expect(weekdayOf(day) % 7).toBe(new Date(time).getUTCDay());
        expect(addDays(day, count)).toBe(platformDay(time / MS_PER_DAY + count));
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the same day of another month", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-01-31", 3, "2026-04-30"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2024-02-29", -12, "2023-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -13, "2024-12-15"],
    ["9999-12-31", 3, "10000-03-31"],
  ])("%s and %i months is %s", (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });

  test("is in that month, on the same date or on its last", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        const moved = addMonths(day, count);
        const first = new Date(Date.UTC(yearOf(day), Number(day.slice(5, 7)) - 1 + count, 1));
        const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
        expect(moved.slice(0, 7)).toBe(first.toISOString().slice(0, 7));
        expect(Number(moved.slice(8))).toBe(Math.min(Number(day.slice(8)), last));
      }),
    );
  });
});
