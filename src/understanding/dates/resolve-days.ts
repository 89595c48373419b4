import { daysInMonth } from "#src/domain/day.ts";
import { partsOfDay } from "#src/domain/day-number.ts";
import { dayIn, firstOf, mondayOf, pick } from "./days.ts";
import type { Frame, Now, Stretch } from "./frame.ts";
import { fromLunar } from "./lunar.ts";
import { resolvePeriod } from "./resolve-period.ts";

/** The days that a frame means. */
export type Days = Stretch & {
  /** A period that was named as one: a month, a week. */
  readonly wide: boolean;
  /** Only roughly said, or only one of several readings. */
  readonly vague: boolean;
  /** Named a day that no calendar has; `from` is the nearest there is. */
  readonly impossible: boolean;
};

const oneDay = (day: number): Days => ({
  from: day,
  to: day + 1,
  wide: false,
  vague: false,
  impossible: false,
});
const period = (stretch: Stretch): Days => ({ ...stretch, wide: true, vague: false, impossible: false });

/** The days of a frame; undefined where it names none (a time of day only). */
export function resolveDays(frame: Frame, now: Now): Days | undefined {
  const days = known(frame, now) ?? yearly(frame, now) ?? inWeek(frame, now) ?? inPeriod(frame, now);
  if (days === undefined) return undefined;
  const vague = days.vague || frame.vague === true;
  return { ...days, vague, impossible: days.impossible || frame.impossible === true };
}

function known(frame: Frame, now: Now): Days | undefined {
  if (frame.day !== undefined) return { ...oneDay(frame.day), to: frame.day + (frame.days ?? 1) };
  if (frame.stretch !== undefined) return period(frame.stretch);
  if (frame.date === undefined || frame.month !== undefined) return undefined;
  return nearestMonth(frame.date, now);
}

/** 8号: of the nearest month in the wanted direction that has one. */
function nearestMonth(date: number, now: Now): Days {
  const today = partsOfDay(now.day);
  const near = [-2, -1, 0, 1, 2].flatMap((shift) => {
    const months = today.year * 12 + today.month - 1 + shift;
    return dayIn(Math.floor(months / 12), (months % 12) + 1, date) ?? [];
  });
  return oneDay(pick(near, now) ?? now.day);
}

/** Month and day, lunar days and festivals: they come round every year. */
function yearly(frame: Frame, now: Now): Days | undefined {
  const { month, date, third, nth } = frame;
  const festival = frame.yearly;
  const dayOf =
    festival ??
    (month === undefined || date === undefined
      ? undefined
      : (year: number) => (frame.lunar === true ? fromLunar(year, month, date) : dayIn(year, month, date)));
  if (dayOf === undefined || third !== undefined || nth !== undefined) return undefined;
  const wish = festival === undefined ? now : coming(now);
  const day = frame.year === undefined ? inNearestYear(dayOf, frame, wish) : dayOf(frame.year);
  if (day !== undefined) return severalDays(day + (frame.beside ?? 0), frame, now);
  const year = frame.year ?? partsOfDay(now.day).year;
  return { ...oneDay(firstOf(year, (month ?? 1) + 1) - 1), impossible: true };
}

/** Up to the last day said beside it; 29 February of another leap year than the last or next is doubtful. */
function severalDays(day: number, { year, month = 1, date = 1, last = date }: Frame, now: Now): Days {
  const [length, most] = [last - date, daysInMonth(partsOfDay(day).year, month)];
  const far = year === undefined && Math.abs(day - now.day) > 400;
  return {
    ...oneDay(day),
    to: day + Math.max(length, 0) + 1,
    vague: far || length < 0,
    impossible: last > most,
  };
}

/** The nearest year that has the day; a weekday said beside it decides between years. */
function inNearestYear(
  dayOf: (year: number) => number | undefined,
  { weekday }: Frame,
  now: Now,
): number | undefined {
  const here = partsOfDay(now.day).year;
  const near = [-1, 0, 1].flatMap((shift) => dayOf(here + shift) ?? []);
  if (near.length === 0) {
    const far = [-4, -3, -2, 2, 3, 4].flatMap((shift) => dayOf(here + shift) ?? []);
    return pick(far, now);
  }
  const fitting = weekday === undefined ? [] : near.filter((day) => weekdayOf(day) === weekday);
  return fitting.length === 1 ? fitting[0] : pick(near, now);
}

const weekdayOf = (day: number): number => day - mondayOf(day) + 1;

function inWeek({ monday, weekday, weekend, lastWeekday }: Frame, now: Now): Days | undefined {
  if (monday === undefined && weekday === undefined && weekend === undefined) return undefined;
  if (monday !== undefined && weekday === undefined && weekend === undefined)
    return period({ from: monday, to: monday + 7 });
  const first = monday ?? mondayOf(now.day);
  const day = first + (weekend === true ? 6 : (weekday ?? 1)) - 1;
  const meant = monday === undefined ? (pick([day - 7, day, day + 7], coming(now)) ?? day) : day;
  const more = weekend === true ? 1 : (lastWeekday ?? weekday ?? 1) - (weekday ?? 1);
  return { ...oneDay(meant), to: meant + 1 + more };
}

// Without a wish 周三 and 国庆 are the next ones, as calendars of appointments take them.
const coming = (now: Now): Now => (now.direction === "nearest" ? { ...now, direction: "future" } : now);

function inPeriod(frame: Frame, now: Now): Days | undefined {
  const stretch = resolvePeriod(frame, now);
  if (stretch === undefined) return undefined;
  return stretch.to - stretch.from === 1 ? oneDay(stretch.from) : period(stretch);
}
