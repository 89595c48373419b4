import { partsOfDay } from "#src/domain/day-number.ts";
import { firstOf, mondayOf, monthsOf, pick } from "./days.ts";
import type { Frame, Now, Nth, Stretch } from "./frame.ts";
import { fromLunar } from "./lunar.ts";

const dayAlone = (day: number): Stretch => ({ from: day, to: day + 1 });

/** Years, half-years, quarters, months and the parts of them. */
export function resolvePeriod(frame: Frame, now: Now): Stretch | undefined {
  const whole = wholeOf(frame, now);
  if (whole === undefined) return undefined;
  if (frame.nth !== undefined) return within(whole, frame.nth);
  return frame.third === undefined ? whole : thirdOf(whole, frame.third);
}

function wholeOf(frame: Frame, now: Now): Stretch | undefined {
  const { month, quarter, half, third } = frame;
  if (month !== undefined) return monthOfYear(frame, now);
  if (quarter !== undefined) return begun(frame, (year) => monthsOf(year, quarter * 3 - 2, 3), now);
  if (half !== undefined) return begun(frame, (year) => monthsOf(year, half * 6 - 5, 6), now);
  if (frame.year !== undefined) return monthsOf(frame.year, 1, 12);
  return third === undefined ? undefined : nearestPart(third, now);
}

/** Of this year, or of the last one where the past is meant and the season has not begun. */
function begun({ year }: Frame, stretchOf: (year: number) => Stretch, now: Now): Stretch {
  const here = partsOfDay(now.day).year;
  const stretch = stretchOf(year ?? here);
  const early = year === undefined && now.direction === "past" && stretch.from > now.day;
  return early ? stretchOf(here - 1) : stretch;
}

function monthOfYear({ year, month = 1, lunar }: Frame, now: Now): Stretch {
  const startOf = (one: number): number | undefined =>
    lunar === true ? fromLunar(one, month, 1) : firstOf(one, month);
  const here = partsOfDay(now.day).year;
  if (year === undefined && lunar !== true && now.direction === "nearest") return monthsOf(here, month, 1);
  const from =
    year === undefined
      ? monthStart(
          [-1, 0, 1].flatMap((shift) => startOf(here + shift) ?? []),
          now,
        )
      : startOf(year);
  if (lunar === true) return { from: from ?? now.day, to: (from ?? now.day) + 30 };
  const start = partsOfDay(from ?? now.day);
  return monthsOf(start.year, start.month, 1);
}

// A month that holds today is meant before another; coming, it is one that has not ended.
const monthStart = (starts: readonly number[], now: Now): number | undefined =>
  pick(starts, now.direction === "future" ? { ...now, day: now.day - 30 } : now);

/** 月底 said alone: of this month, or of the last one where this has not come to it. */
function nearestPart(third: NonNullable<Frame["third"]>, now: Now): Stretch {
  const { year, month } = partsOfDay(now.day);
  const here = monthsOf(year, month, 1);
  const early = thirdOf(here, third).from > now.day && now.direction === "past";
  return early ? monthsOf(year, month - 1, 1) : here;
}

const LONG = 60;

/** Early, middle and late in a month, a quarter or a year. */
function thirdOf({ from, to }: Stretch, third: NonNullable<Frame["third"]>): Stretch {
  const length = to - from;
  if (length > LONG) return monthsIn(from, length, third);
  if (third === "early") return { from, to: from + 5 };
  if (third === "first-ten") return { from, to: from + 10 };
  if (third === "middle") return { from: from + 10, to: from + 20 };
  return { from: from + (third === "late" ? 24 : 20), to };
}

function monthsIn(from: number, length: number, third: NonNullable<Frame["third"]>): Stretch {
  const { year, month } = partsOfDay(from);
  const isYear = length > 200;
  if (third === "early" || third === "first-ten") return monthsOf(year, month, isYear ? 2 : 1);
  if (third === "middle") return monthsOf(year, month + (isYear ? 5 : 1), isYear ? 2 : 1);
  return monthsOf(year, month + Math.round(length / 30.5) - 1, 1);
}

function within({ from, to }: Stretch, { count, unit, how, weekday = 1 }: Nth): Stretch | undefined {
  if (unit === "day") return daysWithin(from, to, count, how);
  if (unit === "weekday" || unit === "week")
    return weeksWithin(from, to, count, how, unit === "week" ? 0 : weekday);
  const size = unit === "quarter" ? 3 : 1;
  const { year, month } = partsOfDay(from);
  const most = Math.round((to - from) / 30.5 / size);
  if (count > most) return undefined;
  const first = how === "nth" ? count - 1 : how === "first" ? 0 : most - count;
  return monthsOf(year, month + first * size, how === "nth" ? size : count * size);
}

function daysWithin(from: number, to: number, count: number, how: Nth["how"]): Stretch | undefined {
  if (count > to - from) return undefined;
  if (how === "nth") return dayAlone(from + count - 1);
  return how === "first" ? { from, to: from + count } : { from: to - count, to };
}

/** Weeks are counted by their Mondays: the first week of a month is that of its first Monday. */
function weeksWithin(
  from: number,
  to: number,
  count: number,
  how: Nth["how"],
  weekday: number,
): Stretch | undefined {
  const ahead = (first: number, wanted: number): number =>
    first + ((mondayOf(first) + wanted - 1 - first + 7) % 7);
  if (weekday > 0) {
    const day = how === "last" ? ahead(to - 7, weekday) : ahead(from, weekday) + 7 * (count - 1);
    return day < to ? dayAlone(day) : undefined;
  }
  if (how === "last") return { from: mondayOf(to - 7) - 7 * (count - 1), to: mondayOf(to - 7) + 7 };
  const first = ahead(from, 1) + (how === "nth" ? 7 * (count - 1) : 0);
  return first < to ? { from: first, to: first + 7 * (how === "nth" ? 1 : count) } : undefined;
}
