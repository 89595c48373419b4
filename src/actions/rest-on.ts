import { type Day, weekdayOf } from "#src/domain/day.ts";
import type { World } from "#src/domain/rules.ts";
import type { Rest } from "#src/domain/rest-day.ts";
import { STATUTORY_DAYS } from "#src/domain/statutory-days.ts";

/**
 * Says what is particular about a day: nobody works on it, or it is a weekend that is worked. Nothing of other days. In a year of which nobody knows the
 * working days, a weekend may be worked: that is said too, and what the law sets is off in every year.
 */
export function restOn(day: Day, { calendar }: World): { readonly rest?: Rest } {
  const isWeekend = weekdayOf(day) > 5;
  const worked = calendar.isWorkday(day);
  if (worked === "no-calendar") {
    if (STATUTORY_DAYS.includes(day.slice(5))) return { rest: "holiday" };
    return isWeekend ? { rest: "weekend-unsure" } : {};
  }
  if (worked) return isWeekend ? { rest: "weekend-worked" } : {};
  return { rest: isWeekend ? "weekend" : "holiday" };
}
