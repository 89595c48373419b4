import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  daysInMonth,
  monthOf,
  toDay,
  WEEK,
  weekdayOf,
  yearOf,
} from "./day.ts";
import { toMinute, toWallTime } from "./local-time.ts";

/** Which way it is moved, where the words say it: 推迟到 and 提前到. */
export type Way = "later" | "earlier";

/** A new day or hour as words say it from where an activity is: 推迟一天, 提前半小时, 改到7号, 改到周五. */
export type Move =
  | { readonly of: "days"; readonly count: number }
  | { readonly of: "minutes"; readonly count: number }
  | { readonly of: "month-day"; readonly value: number; readonly way?: Way }
  | { readonly of: "weekday"; readonly value: number; readonly way?: Way };

/** When something is. */
export type Held = { readonly on: Day; readonly time: string };

const DAY_MINUTES = 1440;

/**
 * Where such words move what is held: of a day without its month, or its week, the nearest to the old one that is still
 * to come. Nothing where no such day or hour is.
 */
export function movedFrom(held: Held, move: Move, today: Day): Partial<Held> {
  if (move.of === "days") return { on: addDays(held.on, move.count) };
  if (move.of === "minutes") {
    const minute = toMinute(held.time) + move.count;
    return minute < 0 || minute >= DAY_MINUTES ? {} : { time: toWallTime(minute) };
  }
  const around = AROUND[move.way ?? "either"];
  const days = around.flatMap((shift) =>
    move.of === "weekday" ? weekdayIn(held.on, shift, move.value) : dateIn(held.on, shift, move.value),
  );
  const [nearest] = days
    .filter((one) => one >= today && isThatWay(one, held.on, move.way))
    .toSorted((one, other) => distance(held.on, one) - distance(held.on, other));
  return nearest === undefined ? {} : { on: nearest };
}

/** Weeks or months from that of the old day. One before it is meant only where the words say that it is earlier. */
const AROUND = { earlier: [-1, 0], either: [0, 1], later: [0, 1] } as const;

const distance = (one: Day, other: Day): number => Math.abs(daysBetween(one, other));

const isThatWay = (one: Day, held: Day, way: Way | undefined): boolean =>
  way === undefined || (way === "later" ? one > held : one < held);

const weekdayIn = (held: Day, weeks: number, weekday: number): readonly Day[] => [
  addDays(held, weeks * WEEK + weekday - weekdayOf(held)),
];

function dateIn(held: Day, months: number, date: number): readonly Day[] {
  const month = addMonths(toDay(yearOf(held), monthOf(held), 1), months);
  const [year, number] = [yearOf(month), monthOf(month)];
  return date > daysInMonth(year, number) ? [] : [toDay(year, number, date)];
}
