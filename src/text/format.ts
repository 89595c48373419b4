import type { CountUnit, Counts } from "#src/domain/count-unit.ts";
import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import { type Day, monthOf } from "#src/domain/day.ts";
import { byRoom } from "./by-room.ts";
import { yearMark } from "./years.ts";

const WEEKDAYS = "日一二三四五六";

/** 5月12日(周二); with the year where it is not the one in which it is said. */
export function day(value: Day): string {
  const [year = 0, month = 0, date = 0] = value.split("-").map(Number);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? "";
  return `${dateWords(value)}(周${weekday})`;
}

/** The same, without the day of the week where an answer would grow too long. */
export const dayByRoom = (value: Day): string => byRoom(day(value), dateWords(value));

/** 5月12日, in the same way. */
export const dateWords = (value: Day): string =>
  `${yearMark(value)}${monthOf(value)}月${Number(value.slice(-2))}日`;

/** 12户、46人次; 约 where it was only roughly said. */
export function counts(value: Counts, approx: readonly CountUnit[] = []): string {
  return Object.entries(value)
    .filter(([unit]) => isCountUnit(unit))
    .map(([unit, n]) => `${isCountUnit(unit) && approx.includes(unit) ? "约" : ""}${n}${unitName(unit)}`)
    .join("、");
}

const unitName = (unit: string): string => (isCountUnit(unit) ? COUNT_UNITS[unit] : "");

/** At most `most` characters, with … where something was left out. Never cuts a surrogate pair in two. */
export function short(text: string, most: number): string {
  const letters = Array.from(text.replace(/\s+/gu, " ").trim());
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}

/** A title of at most `most` characters in a list, with what parts it from the rest; shorter or left out where an answer would grow too long. */
export const titleByRoom = (title: string, most: number): string =>
  byRoom(`${short(title, most)} `, `${short(title, 8)} `, "");

/** ①②③ … and plain numbers beyond twenty. */
export const bullet = (index: number): string =>
  index < 20 ? String.fromCodePoint(0x2460 + index) : `${index + 1}.`;
