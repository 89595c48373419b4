import { type Day, yearOf } from "./day.ts";
import { STATUTORY_DAYS } from "./statutory-days.ts";
import type { DayKind, OfficialDays } from "./working-calendar.ts";

// How many days the State Council's notice of a year holds at least (全国年节及纪念日放假办法, 2024, art. 2).
const STATUTORY = 13;

/**
 * The years whose working days are known: by the official table, or because the office listed a whole year's holidays
 * itself. A day or two that it decided over the official days make no year known.
 */
export function knownYears(
  { years }: OfficialDays,
  overrides: Readonly<Record<Day, DayKind>>,
): ReadonlySet<number> {
  const listed = new Map<number, Set<string>>();
  for (const [day, kind] of Object.entries(overrides)) {
    if (kind !== "holiday") continue;
    const year = yearOf(day);
    listed.set(year, (listed.get(year) ?? new Set()).add(day.slice(5)));
  }
  const whole = [...listed].filter(
    ([, days]) => days.size >= STATUTORY && STATUTORY_DAYS.every((one) => days.has(one)),
  );
  return new Set([...years, ...whole.map(([year]) => year)]);
}
