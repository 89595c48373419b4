import { type Day, weekdayOf } from "#src/domain/day.ts";
import type { World } from "#src/domain/rules.ts";
import type { Rest } from "#src/domain/sure-question.ts";
import { STATUTORY_DAYS } from "#src/domain/statutory-days.ts";

/**
 * Says of a day on which nobody works what it is; nothing of days that are worked. In a year of which nobody knows the
 * working days, a weekend may be worked: that is said too, and what the law sets is off in every year.
 */
export function restOn(day: Day, { calendar }: World): { readonly rest?: Rest } {
  const isWeekend = weekdayOf(day) > 5;
  const worked = calendar.isWorkday(day);
  if (worked === "no-calendar") {
    if (STATUTORY_DAYS.includes(day.slice(5))) return { rest: "holiday" };
    return isWeekend ? { rest: "weekend-unsure" } : {};
  }
  return worked ? {} : { rest: isWeekend ? "weekend" : "holiday" };
}
