import { type Day, daysBetween, isDay, yearOf } from "./day.ts";
import type { Amendment } from "./requests/report.ts";

/**
 * A change of a record's day with the year that makes sense: where none was said, the one in which the day lies nearest
 * to the day of the record. "which-year" where that is still to come: it must be said. Other changes are as they were.
 */
export function withYear(amendment: Amendment, recorded: Day, today: Day): Amendment | "which-year" {
  if (amendment.field !== "date" || amendment.yearless !== true) return amendment;
  const { value: read } = amendment;
  const [nearest = read] = [-1, 0, 1]
    .map((more) => `${yearOf(read) + more}${read.slice(-6)}`)
    .filter(isDay)
    .sort((one, other) => away(one, recorded) - away(other, recorded));
  return nearest > today ? "which-year" : { ...amendment, value: nearest };
}

const away = (one: Day, other: Day): number => Math.abs(daysBetween(one, other));
