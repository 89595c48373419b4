import chineseDays from "chinese-days";
import { toDayNumber } from "#src/domain/day.ts";

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

// The tables count months and years only, so that no time zone of the machine comes in.
const leapMonthOf = (year: number): number => chineseDays.getYearLeapMonth(year).leapMonth ?? 0;
const leapDaysOf = (year: number): number => chineseDays.getYearLeapMonth(year).days;

/** The day number of each lunar new year's day. */
const NEW_YEARS: readonly number[] = (() => {
  const days = [toDayNumber("1900-01-31")];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    let length = leapDaysOf(year);
    for (let month = 1; month <= 12; month += 1) length += chineseDays.monthDays(year, month);
    days.push((days.at(-1) ?? 0) + length);
  }
  return days;
})();

/** The day number of a day of the lunar calendar, outside leap months; undefined where there is none. */
export function fromLunar(year: number, month: number, date: number): number | undefined {
  const newYear = NEW_YEARS[year - FIRST_YEAR];
  if (newYear === undefined || year > LAST_YEAR || month < 1 || month > 12 || date < 1) return undefined;
  if (date > chineseDays.monthDays(year, month)) return undefined;
  const leap = leapMonthOf(year);
  let day = newYear + date - 1;
  for (let before = 1; before < month; before += 1)
    day += chineseDays.monthDays(year, before) + (before === leap ? leapDaysOf(year) : 0);
  return day;
}

/** The eve of the lunar new year that ends a lunar year. */
export function lunarEve(year: number): number | undefined {
  const next = NEW_YEARS[year + 1 - FIRST_YEAR];
  return next === undefined ? undefined : next - 1;
}
