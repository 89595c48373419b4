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

/** Whether T−1 and T go on whatever day they fall on, or move as the steps before them do. */
export type LastDays = "stay" | "move";

/** T−n with n ≥ 2 moves to the working day before where it is not worked; T−1 and T go all the same, where they stay. */
function placeStep(due: Day, before: number, calendar: Calendar, last: LastDays): Step {
  const plain = addDays(due, -before);
  return last === "stay" && (before === 0 || before === 1)
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
 * The days to remind of something due on `due`, overdue weeks up to and including `through`. Nobody is reminded on a day
 * of rest of what is not due that day or the next: earlier steps come before it, overdue weeks after it.
 */
export function reminderDays(
  due: Day,
  plan: ReminderPlan,
  calendar: Calendar,
  through: Day,
  last: LastDays = "stay",
): ReminderDays {
  const byDay = new Map<Day, ReminderDay>();
  const unknown = new Set<number>();
  const overdue = overdueSteps(due, plan, through);
  for (const before of [...plan.days_before.toSorted((a, b) => b - a), ...overdue]) {
    const step = placeStep(due, before, calendar, last);
    if (step.unknown !== null) unknown.add(step.unknown);
    if (before >= 0 || step.on <= through) byDay.set(step.on, { before, on: step.on });
  }
  return {
    days: [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1)),
    unknownYears: [...unknown],
  };
}
