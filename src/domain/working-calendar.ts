import { addDays, weekdayOf, yearOf, type Day } from "./day.ts";
import { knownYears } from "./known-years.ts";

/** No official table says which days of the year are worked. Nobody may guess: it is an alarm for the operator. */
export type NoCalendar = { readonly error: "no-calendar"; readonly year: number };

/** Which days are worked. */
export type Calendar = { readonly isWorkday: (day: Day) => boolean | "no-calendar" };

/** What the office decided about a day: off, or worked. */
export type DayKind = "holiday" | "workday";

/** A country's official days: the years it covers, and where it departs from Monday to Friday. */
export type OfficialDays = {
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlySet<Day>;
  readonly workdays: ReadonlySet<Day>;
};

/**
 * The calendar of the official days, with the office's own decisions over it. A day that the office decided is known
 * even where its year has no official table, and a year whose holidays it listed is known as a whole.
 */
export function toCalendar(official: OfficialDays, overrides: Readonly<Record<Day, DayKind>> = {}): Calendar {
  const decided = new Map(Object.entries(overrides));
  const known = knownYears(official, overrides);
  return {
    isWorkday: (day) => {
      const kind = decided.get(day);
      if (kind !== undefined) return kind === "workday";
      if (!known.has(yearOf(day))) return "no-calendar";
      if (official.workdays.has(day)) return true;
      return weekdayOf(day) <= 5 && !official.holidays.has(day);
    },
  };
}

/** The nearest working day in the direction of `step`, `day` itself included. */
export function nearestWorkday(day: Day, step: 1 | -1, calendar: Calendar): Day | NoCalendar {
  for (let candidate = day; ; candidate = addDays(candidate, step)) {
    const worked = calendar.isWorkday(candidate);
    if (worked === "no-calendar") return { error: "no-calendar", year: yearOf(candidate) };
    if (worked) return candidate;
  }
}

/** The `count`-th working day after `day`, which is not counted itself. */
export function addWorkdays(day: Day, count: number, calendar: Calendar): Day | NoCalendar {
  let reached = day;
  for (let left = count; left > 0; left -= 1) {
    const next = nearestWorkday(addDays(reached, 1), 1, calendar);
    if (typeof next !== "string") return next;
    reached = next;
  }
  return reached;
}
