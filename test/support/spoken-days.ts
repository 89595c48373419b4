import fc from "fast-check";
import { findDates } from "#src/understanding/dates/find-dates.ts";

// The oracle of the date tests is the Date of the language itself, in UTC.

export const DAY_MS = 86_400_000;
export const iso = (date: Date): string => date.toISOString().slice(0, 10);
export const later = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY_MS);
export const anyDay = fc
  .integer({ min: Date.UTC(2001, 0, 1) / DAY_MS, max: Date.UTC(2089, 11, 31) / DAY_MS })
  .map((number) => new Date(number * DAY_MS));
export const nearby = fc.tuple(anyDay, fc.integer({ min: 0, max: 360 })).map(([today, ago]) => ({
  today,
  day: later(today, -ago),
}));

export const NUMERALS = Array.from("零一二三四五六七八九");
export const spell = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return NUMERALS[ones] ?? "";
  return `${tens === 1 ? "" : NUMERALS[tens]}十${ones === 0 ? "" : NUMERALS[ones]}`;
};
export const digits = (value: number): string =>
  Array.from(String(value), (one) => NUMERALS[Number(one)]).join("");
export const pad = (value: number): string => String(value).padStart(2, "0");

export const past = (text: string, today: Date): string[] =>
  findDates(text, { today: iso(today), prefer: "past" }).map(({ start, end }) =>
    start === end ? start : `${start}..${end}`,
  );

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Date): number => ((day.getUTCDay() + 6) % 7) + 1;
export const WEEKDAYS = Array.from("一二三四五六日");
