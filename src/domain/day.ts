import { numberOfDay, partsOfDay } from "./day-number.ts";

/** A calendar day as YYYY-MM-DD. Days of four-digit years sort as text. */
export type Day = string;

/** Days of a week. */
export const WEEK = 7;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** The year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, -6));
/** The month of a day, from 1. */
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

/** The day of a year, month (from 1) and date; whether it exists, `isDay` says. */
export function toDay(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** Days since 1970-01-01. */
export const toDayNumber = (day: Day): number => numberOfDay(yearOf(day), monthOf(day), dayOfMonth(day));

/** The day that is `number` days after 1970-01-01. */
export function fromDayNumber(number: number): Day {
  const { year, month, date } = partsOfDay(number);
  return toDay(year, month, date);
}

/** The day `count` days later, or earlier where `count` is negative. */
export const addDays = (day: Day, count: number): Day => fromDayNumber(toDayNumber(day) + count);

/** The days from one to another, both included. */
export const eachDay = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));

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
