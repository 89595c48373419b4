import { addDays, type Day, weekdayOf, yearOf } from "#src/domain/day.ts";
import { toInstant, toLocal, toMinute } from "#src/domain/local-time.ts";
import { type Calendar, nearestWorkday } from "#src/domain/working-calendar.ts";

/**
 * When a job's runs are due. `every` so many minutes (a divisor of an hour), or seconds: a sweep that looks for whatever is due; what it does
 * guards itself, and sweeps of seconds leave a row only where they did something.
 * `at` a wall-clock time, each day, on one weekday (1 is Monday) or on one day of every month (1 to 28): a run of its own, that may be missed.
 * `worked`: where that day is one of rest, on the next that is worked; in a year that nobody knows, on the day itself.
 */
export type Timetable =
  | { readonly every: number }
  | { readonly everySeconds: number }
  | {
      readonly at: string;
      readonly weekday?: number;
      readonly monthday?: number;
      readonly worked?: true;
      readonly usableHours: number;
    };

const MINUTE_MS = 60_000;

/** True where a run looks for whatever is due, so that the latest one makes up for all before it. */
export const isSweep = (
  table: Timetable,
): table is Extract<Timetable, { every: number } | { everySeconds: number }> => !("at" in table);

/** Where runs are due: the district's zone and its working days. */
export type Place = { readonly zone: string; readonly calendar: Calendar };

const workdayFrom = (day: Day, calendar: Calendar): Day => {
  const worked = nearestWorkday(day, 1, calendar);
  return typeof worked === "string" ? worked : day;
};

/** The year of a day of a run, where nobody knows whether it is worked: it stays there, and the operator is to be told. */
export const unknownYears = (day: Day, calendar: Calendar): readonly number[] =>
  calendar.isWorkday(day) === "no-calendar" ? [yearOf(day)] : [];

/** The latest run that is due at or before an instant. */
export function lastSlot(table: Timetable, at: Date, { zone, calendar }: Place): Date {
  if (isSweep(table)) {
    const step = "every" in table ? table.every * MINUTE_MS : table.everySeconds * 1000;
    return new Date(Math.floor(at.getTime() / step) * step);
  }
  for (let { day } = toLocal(at, zone); ; day = addDays(day, -1)) {
    const isItsDay =
      (table.weekday === undefined || weekdayOf(day) === table.weekday) &&
      (table.monthday === undefined || Number(day.slice(-2)) === table.monthday);
    if (!isItsDay) continue;
    const on = table.worked === true ? workdayFrom(day, calendar) : day;
    const slot = toInstant(on, toMinute(table.at), zone);
    if (slot <= at) return slot;
  }
}

/** The runs due after one instant and up to another, in order. Sweeps miss nothing, so they have at most the last. */
export function listSlots(table: Timetable, after: Date, through: Date, place: Place): readonly Date[] {
  const slots: Date[] = [];
  let slot = lastSlot(table, through, place);
  while (slot > after) {
    slots.unshift(slot);
    if (isSweep(table)) break;
    slot = lastSlot(table, new Date(slot.getTime() - 1), place);
  }
  return slots;
}

/** For the operator: `every 5 minutes`, `Mondays 09:00`. */
export function describeTimetable(table: Timetable): string {
  if ("everySeconds" in table) return `every ${table.everySeconds} seconds`;
  if ("every" in table) return table.every === 1 ? "every minute" : `every ${table.every} minutes`;
  const rest = table.worked === true ? ", or the next working day" : "";
  if (table.monthday !== undefined) return `day ${table.monthday} of every month ${table.at}${rest}`;
  const names = "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays".split(" ");
  return `${table.weekday === undefined ? "daily" : names[table.weekday - 1]} ${table.at}${rest}`;
}
