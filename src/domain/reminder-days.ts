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

type Step = ReminderDay & { readonly unknown: number | null };

/** What is due by a day can be said before it; what happens on a day is said on its eve and that day, worked or not. */
export type DueBy = "deadline" | "event";

/** A step that falls on a day of rest moves to the working day before, or after where it is overdue. */
function placeStep(due: Day, before: number, calendar: Calendar, by: DueBy): Step {
  const plain = addDays(due, -before);
  return by === "event" && (before === 0 || before === 1)
    ? { before, on: plain, unknown: null }
    : { before, ...movedTo(plain, before >= 0 ? -1 : 1, calendar) };
}

function movedTo(plain: Day, step: 1 | -1, calendar: Calendar): Omit<Step, "before"> {
  const worked = nearestWorkday(plain, step, calendar);
  return typeof worked === "string" ? { on: worked, unknown: null } : { on: plain, unknown: worked.year };
}

/** Weeks since it was due, as steps; one that falls on a day of rest waits for the next working day. */
function overdueSteps(due: Day, plan: ReminderPlan, through: Day): readonly number[] {
  if (plan.overdue === "none") return [];
  const weeks = Math.max(0, Math.floor(daysBetween(due, through) / 7));
  return Array.from({ length: weeks }, (_, week) => -7 * (week + 1));
}

/**
 * The days to remind of something due on `due`, overdue weeks up to and including `through`. Nobody is reminded of a
 * deadline on a day of rest: what is due on a Sunday is said on the Friday before for the last time, and overdue weeks
 * come after. An event is reminded of on the day before and on its own day, whatever days these are.
 */
export function reminderDays(
  due: Day,
  plan: ReminderPlan,
  calendar: Calendar,
  through: Day,
  by: DueBy = "deadline",
): ReminderDays {
  const byDay = new Map<Day, ReminderDay>();
  const unknown = new Set<number>();
  const overdue = overdueSteps(due, plan, through);
  for (const before of [...plan.days_before.toSorted((a, b) => b - a), ...overdue]) {
    const step = placeStep(due, before, calendar, by);
    if (step.unknown !== null) unknown.add(step.unknown);
    if (before >= 0 || step.on <= through) byDay.set(step.on, { before, on: step.on });
  }
  return {
    days: [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1)),
    unknownYears: [...unknown],
  };
}
