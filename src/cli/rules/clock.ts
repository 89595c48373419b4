import { z } from "zod";
import { dueDay } from "#src/domain/clock-rule.ts";
import type { Day } from "#src/domain/day.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import type { Policy } from "#src/domain/policy.ts";
import { toCalendar, type NoCalendar } from "#src/domain/working-calendar.ts";
import { daySchema, toLineError, type LineError } from "./line-fields.ts";

const lineSchema = z.object({
  rule: z.string(),
  start: daySchema,
  calendar: z.record(daySchema, z.enum(["holiday", "workday"])).nullish(),
});

/** The day a line's clock is due; the line's own calendar goes over the policy's. */
export function answerClock(line: object, policy: Policy): { readonly due: Day } | NoCalendar | LineError {
  const parsed = lineSchema.safeParse(line);
  if (!parsed.success) return toLineError(parsed.error);
  const { rule: name, start, calendar } = parsed.data;
  const rule = Object.hasOwn(policy.clocks, name) ? policy.clocks[name] : undefined;
  if (rule === undefined) {
    return {
      error: `rule: ${JSON.stringify(name)} is no clock; known: ${Object.keys(policy.clocks).join(" ")}`,
    };
  }
  const due = dueDay(rule, start, toCalendar(OFFICIAL_DAYS, { ...policy.calendar, ...calendar }));
  return typeof due === "string" ? { due } : due;
}
