import { z } from "zod";
import { citationSchema } from "./citation.ts";
import { addDays, addMonths, type Day } from "./day.ts";
import type { Frozen } from "./frozen.ts";
import { addWorkdays, nearestWorkday, type Calendar, type NoCalendar } from "./working-calendar.ts";

const length = z.int().min(1).max(366);
const onRestDay = z.enum(["next_working_day", "keep"]).default("next_working_day");
const cite = citationSchema.optional();

/**
 * How long something may take. `working_days`: the start day is not counted, due on the n-th working day after it.
 * `months` and `days`: the same day of the month, clipped to its end, or n days later; a due day that is not worked
 * moves as `on_rest_day` says.
 */
export const clockRuleSchema = z.union(
  [
    z.strictObject({ working_days: length, cite }),
    z.strictObject({ months: length, on_rest_day: onRestDay, cite }),
    z.strictObject({ days: length, on_rest_day: onRestDay, cite }),
  ],
  {
    error:
      "a clock has exactly one of working_days, months or days (1 to 366), and may have on_rest_day and cite",
  },
);

/** How long something may take, in exactly one of working days, months or days. */
export type ClockRule = Frozen<z.infer<typeof clockRuleSchema>>;

/** The day something that began on `start` is due, or the year whose working days nobody knows. */
export function dueDay(rule: ClockRule, start: Day, calendar: Calendar): Day | NoCalendar {
  if ("working_days" in rule) return addWorkdays(start, rule.working_days, calendar);
  const plain = "months" in rule ? addMonths(start, rule.months) : addDays(start, rule.days);
  return rule.on_rest_day === "keep" ? plain : nearestWorkday(plain, 1, calendar);
}
