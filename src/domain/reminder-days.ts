import { z } from "zod";
import { addDays, daysBetween, type Day } from "./day.ts";
import type { Frozen } from "./frozen.ts";
import { nearestWorkday, type Calendar } from "./working-calendar.ts";

/** On which days before it is due somebody is reminded, and whether that goes on once it is overdue. */
export const reminderPlanSchema = z.strictObject({
  days_before: z.array(z.int().min(0).max(366)).min(1),
  overdue: z.enum(["weekly", "none"]),
});

/** On which days before and after it is due somebody is reminded, by the policy file. */
export type ReminderPlan = Frozen<z.infer<typeof reminderPlanSchema>>;

/** One day to remind on. `before` is the step by the rule (T−7 is 7, a week overdue is −7), wherever it moved. */
export type ReminderDay = { readonly before: number; readonly on: Day };

/** When to remind of one due day, and what could not be known about those days. */
export type ReminderDays = {
  /** By day; two steps that moved onto one day are one, the later step. */
  readonly days: readonly ReminderDay[];
  /** Years whose working days nobody knows: such a day stays where it is, and the operator is to be told. */
  readonly unknownYears: readonly number[];
};

/** T−n with n ≥ 2 moves to the working day before where it is not worked; T−1 and T always go. */
function placeStep(due: Day, before: number, calendar: Calendar): { on: Day; unknown: number | null } {
  const plain = addDays(due, -before);
  if (before <= 1) return { on: plain, unknown: null };
  const worked = nearestWorkday(plain, -1, calendar);
  return typeof worked === "string" ? { on: worked, unknown: null } : { on: plain, unknown: worked.year };
}

function listOverdue(due: Day, plan: ReminderPlan, through: Day): readonly ReminderDay[] {
  if (plan.overdue === "none") return [];
  const weeks = Math.max(0, Math.floor(daysBetween(due, through) / 7));
  return Array.from({ length: weeks }, (_, week) => ({
    before: -7 * (week + 1),
    on: addDays(due, 7 * (week + 1)),
  }));
}

/**
 * The days to remind of something due on `due`, overdue weeks up to and including `through`. Overdue reminders do not
 * move: they keep the weekday of the due day.
 */
export function reminderDays(due: Day, plan: ReminderPlan, calendar: Calendar, through: Day): ReminderDays {
  const byDay = new Map<Day, ReminderDay>();
  const unknown = new Set<number>();
  for (const before of [...plan.days_before].sort((a, b) => b - a)) {
    const step = placeStep(due, before, calendar);
    if (step.unknown !== null) unknown.add(step.unknown);
    byDay.set(step.on, { before, on: step.on });
  }
  return {
    days: [...[...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1)), ...listOverdue(due, plan, through)],
    unknownYears: [...unknown],
  };
}
