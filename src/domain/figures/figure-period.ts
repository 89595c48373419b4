import { addDays, addMonths, daysInMonth, monthOf, toDay, weekdayOf, yearOf, type Day } from "../day.ts";

/** A stretch of days that is counted over, both ends included. */
export type FigurePeriod = { readonly from: Day; readonly to: Day };

/** The calendar year a day is in. */
export const yearAround = (day: Day): FigurePeriod => ({
  from: toDay(yearOf(day), 1, 1),
  to: toDay(yearOf(day), 12, 31),
});

/** Where no list of this house reaches back to: a stretch from here on has all that is kept. */
export const BEFORE_ALL: Day = toDay(1900, 1, 1);

/** The calendar month a day is in. */
export const monthAround = (day: Day): FigurePeriod => {
  const [year, month] = [yearOf(day), monthOf(day)];
  return { from: toDay(year, month, 1), to: toDay(year, month, daysInMonth(year, month)) };
};

/** The last whole week, Monday to Sunday, or the last whole month, before a day. */
export function stretchBefore(every: "week" | "month", day: Day): FigurePeriod {
  if (every === "month") return monthAround(addDays(toDay(yearOf(day), monthOf(day), 1), -1));
  const monday = addDays(day, -weekdayOf(day) - 6);
  return { from: monday, to: addDays(monday, 6) };
}

const isMonthEnd = (day: Day): boolean => daysInMonth(yearOf(day), monthOf(day)) === Number(day.slice(-2));

/**
 * The same stretch one year before. What is still running is compared with as much of the year before: a quarter
 * half over is not held against a whole one. The end of a month stays the end of a month (29 February).
 */
export function yearBefore({ from, to }: FigurePeriod, today: Day): FigurePeriod {
  const end = to > today && from <= today ? today : to;
  const back = addMonths(end, -12);
  const last = isMonthEnd(end)
    ? toDay(yearOf(back), monthOf(back), daysInMonth(yearOf(back), monthOf(back)))
    : back;
  return { from: addMonths(from, -12), to: last };
}
