import { daysInMonth } from "#src/domain/day.ts";
import { numberOfDay } from "#src/domain/day-number.ts";
import type { Now, Stretch } from "./frame.ts";

/** The first day of a month, as a day number. Months beyond December run on into the next year. */
export function firstOf(year: number, month: number): number {
  const months = year * 12 + month - 1;
  return numberOfDay(Math.floor(months / 12), (months % 12) + 1, 1);
}

/** Whole months, as day numbers. */
export const monthsOf = (year: number, month: number, count: number): Stretch => ({
  from: firstOf(year, month),
  to: firstOf(year, month + count),
});

/** A day of a month; undefined where the month has none such. */
export function dayIn(year: number, month: number, date: number): number | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return firstOf(year, month) + date - 1;
}

/** The Monday of a day's week, as day numbers; 1970-01-01 was a Thursday. Weeks start on Monday. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

/** Of several days the one that lies in the wanted direction; today counts in both. */
export function pick(days: readonly number[], { day, direction }: Now): number | undefined {
  if (direction === "past") return days.findLast((one) => one <= day) ?? days[0];
  if (direction === "future") return days.find((one) => one >= day) ?? days.at(-1);
  return days.reduce<number | undefined>(
    (best, one) => (best === undefined || Math.abs(one - day) < Math.abs(best - day) ? one : best),
    undefined,
  );
}
