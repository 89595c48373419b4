import { type Day, weekdayOf } from "#src/domain/day.ts";
import type { World } from "#src/domain/rules.ts";

/** Says of a day on which nobody works what it is; nothing of days that are worked, or of which nobody knows. */
export const restOn = (day: Day, { calendar }: World): { readonly rest?: "weekend" | "holiday" } =>
  calendar.isWorkday(day) === false ? { rest: weekdayOf(day) > 5 ? "weekend" : "holiday" } : {};
