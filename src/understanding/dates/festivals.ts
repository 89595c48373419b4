import { readFileSync } from "node:fs";
import { guarded } from "../guarded.ts";
import { dayIn, firstOf } from "./days.ts";
import { fromLunar, lunarEve } from "./lunar.ts";

/** The day number on which a festival falls in a year; undefined where the tables end. */
export type Yearly = (year: number) => number | undefined;

// Name, kind of reckoning, month, and date, ordinal or constant of the solar term.
const ROWS = readFileSync(new URL("../words/festivals.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("\t"));

/** Sunday and Thursday come by count in their month, as in 第三个星期日. */
const nthWeekday = (year: number, month: number, weekday: number, count: number): number => {
  const first = firstOf(year, month);
  return first + ((((weekday - 4 - first) % 7) + 7) % 7) + 7 * (count - 1);
};

// The usual formula for solar terms, good for 1901 to 2099 but for a day in a few years.
function solarTerm(year: number, month: number, constant: number): number | undefined {
  const [inCentury, shift] = year >= 2000 ? [year - 2000, 0] : [year - 1900, month === 4 ? 0.78 : 0.66];
  // The leap day of a year comes after the terms of its first two months.
  const leaps = Math.floor((month <= 2 ? inCentury - 1 : inCentury) / 4);
  const date = Math.floor(inCentury * 0.2422 + constant + shift) - leaps;
  return dayIn(year, month, year === 2021 && month === 12 ? date - 1 : date);
}

function yearlyOf(kind: string, month: number, date: number): Yearly {
  if (kind === "lunar") return (year) => fromLunar(year, month, date);
  if (kind === "eve") return (year) => lunarEve(year - month);
  if (kind === "sunday") return (year) => nthWeekday(year, month, 7, date);
  if (kind === "thursday") return (year) => nthWeekday(year, month, 4, date);
  if (kind === "term") return (year) => solarTerm(year, month, date);
  return (year) => dayIn(year, month, date);
}

/** Every festival by name, without 节 where people leave it out. */
export const FESTIVALS: ReadonlyMap<string, Yearly> = new Map(
  ROWS.map(
    ([name = "", kind = "", month, date]) => [name, yearlyOf(kind, Number(month), Number(date))] as const,
  ),
);

const BESIDE = guarded(/(?:期间|前后|前夕|之?前|将[至近]|临近|来临|在即|小?长假|假期|放假|黄金周)$/u);
const DAY = guarded(/(?:佳节|节日?)$/u);

/** Words that name a festival, and not the day before or after it. */
export function isFestival(words: string): boolean {
  const bare = BESIDE.replace(words, "");
  return FESTIVALS.has(bare) || FESTIVALS.has(DAY.replace(bare, ""));
}
