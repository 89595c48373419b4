/** A calendar day as YYYY-MM-DD. Days of four-digit years sort as text. */
export type Day = string;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_BEFORE_1970 = 719_468;
const DAYS_IN_ERA = 146_097;

export const yearOf = (day: Day): number => Number(day.slice(0, -6));
export const monthOf = (day: Day): number => Number(day.slice(-5, -3));
const dayOfMonth = (day: Day): number => Number(day.slice(-2));

const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a day that exists in the calendar: 2025-02-29 does not. */
export function isDay(text: string): text is Day {
  if (!DAY_PATTERN.test(text)) return false;
  const [year, month, date] = [yearOf(text), monthOf(text), dayOfMonth(text)];
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

export function toDay(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/**
 * Days since 1970-01-01. Years are counted from 1 March, so that the leap day is the last of its year
 * (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
export function toDayNumber(day: Day): number {
  const [year, month, date] = [yearOf(day), monthOf(day), dayOfMonth(day)];
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** The day that is `number` days after 1970-01-01. */
export function fromDayNumber(number: number): Day {
  const shifted = number + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return toDay(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

/** The day `count` days later, or earlier where `count` is negative. */
export const addDays = (day: Day, count: number): Day => fromDayNumber(toDayNumber(day) + count);

/** How many days `to` is after `from`. */
export const daysBetween = (from: Day, to: Day): number => toDayNumber(to) - toDayNumber(from);

/** The same day of the month `count` months later, clipped to the month's end: 31 January + 1 is 28 or 29 February. */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const [year, month] = [Math.floor(months / 12), modulo(months, 12) + 1];
  return toDay(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
}

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day): number => modulo(toDayNumber(day) + 3, 7) + 1; // 1970-01-01 was a Thursday
