import { type Day, yearOf } from "./day.ts";
import type { DayKind, OfficialDays } from "./working-calendar.ts";

// What every notice of the State Council holds, whatever the moon does (全国年节及纪念日放假办法, 2024, art. 2).
const ALWAYS = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];
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
    ([, days]) => days.size >= STATUTORY && ALWAYS.every((one) => days.has(one)),
  );
  return new Set([...years, ...whole.map(([year]) => year)]);
}
