import { type ClockRule, dueDay } from "./clock-rule.ts";
import { addDays, type Day } from "./day.ts";
import type { Calendar } from "./working-calendar.ts";

/** So long before it happens operators and the office hear that a clock will have no end. */
export const AHEAD_DAYS = 21;

/** From when on nobody can say when a clock runs out, and the year whose working days are not known. */
export type UnknownEnd = { readonly from: Day; readonly year: number };

/**
 * The first day in the weeks from `first` on which a clock could begin and nobody could say when it ends; null where
 * all of them are known.
 */
export function findUnknownEnd(rule: ClockRule, first: Day, calendar: Calendar): UnknownEnd | null {
  for (let day = first; day <= addDays(first, AHEAD_DAYS); day = addDays(day, 1)) {
    const due = dueDay(rule, day, calendar);
    if (typeof due !== "string") return { from: day, year: due.year };
  }
  return null;
}
