import { addDays, type Day, daysBetween, isDay, weekdayOf, yearOf } from "./day.ts";
import type { Amendment } from "./requests/amendment.ts";

/**
 * A change of a record's first or last day with the year that makes sense: where none was said, the one in which the day lies nearest
 * to the day of the record. "which-year" where that is still to come: it must be said. A bare day of the week is of the
 * record's own week. Other changes are as they were.
 */
export function withYear(amendment: Amendment, recorded: Day, today: Day): Amendment | "which-year" {
  if (amendment.field !== "date" && amendment.field !== "end") return amendment;
  const { value: read } = amendment;
  if (amendment.field === "date" && amendment.weekly === true)
    return { ...amendment, value: inWeekOf(recorded, read, today) };
  if (amendment.yearless !== true) return amendment;
  const [nearest = read] = [-1, 0, 1]
    .map((more) => `${yearOf(read) + more}${read.slice(-6)}`)
    .filter(isDay)
    .sort((one, other) => away(one, recorded) - away(other, recorded));
  return nearest > today ? "which-year" : { ...amendment, value: nearest };
}

/** The same day of the week as `read` in the week of a record, unless that is still to come. */
export function inWeekOf(recorded: Day, read: Day, today: Day): Day {
  const day = addDays(recorded, weekdayOf(read) - weekdayOf(recorded));
  return day > today ? read : day;
}

const away = (one: Day, other: Day): number => Math.abs(daysBetween(one, other));
