import { z } from "zod";
import { citationSchema } from "./citation.ts";
import { addDays, daysBetween, isDay, yearOf, type Day } from "./day.ts";
import type { DutyPeriod } from "./duty-period.ts";
import type { Frozen } from "./frozen.ts";
import type { Mandate } from "./person.ts";
import { STAFF_ROLES } from "./person.ts";
import { dutyKindSchema } from "./policy-parts.ts";
import { reminderPlanSchema } from "./reminder-days.ts";
import { SUBMISSION_NAMES } from "./submission.ts";

const inEveryYear = (text: string): boolean => isDay(`2025-${text}`);

const dueSchema = z.union(
  [
    z.strictObject({ on: z.string().refine(inEveryYear) }),
    z.strictObject({ days_after_end: z.int().min(-366).max(366) }),
  ],
  { error: "due is either on: MM-DD (a day of every year) or days_after_end: N (negative: before the end)" },
);

const needsSchema = z.union(
  [
    z.strictObject({ submission: z.enum(SUBMISSION_NAMES) }),
    z.strictObject({ records: z.array(dutyKindSchema).min(1), at_least: z.int().min(1).max(999) }),
  ],
  { error: "needs is either submission: NAME, or records: [kinds of duty record] with at_least: N" },
);

/** Something every deputy of some congresses owes once in each period. */
export const obligationSchema = z
  .strictObject({
    title: z.string().min(1),
    levels: z.array(z.enum(["district", "township"])).min(1),
    period: z.enum(["calendar_year", "half_year", "quarter", "term"]),
    due: dueSchema,
    needs: needsSchema,
    /** Who was in office for fewer days of the period owes nothing for it. */
    in_office_days: z.int().min(1).max(366).default(1),
    accepted_by: z.enum(STAFF_ROLES),
    reminders: reminderPlanSchema,
    cite: citationSchema,
  })
  .refine(({ due, period }) => period === "calendar_year" || !("on" in due), {
    error: "due.on is for calendar_year only",
    path: ["due"],
  });

/** Something deputies owe once in each period, as the policy file has it. */
export type Obligation = Frozen<z.infer<typeof obligationSchema>>;

/** The day an obligation of a period is due. */
export function obligationDueDay({ due }: Obligation, period: DutyPeriod): Day {
  return "on" in due ? `${yearOf(period.to)}-${due.on}` : addDays(period.to, due.days_after_end);
}

/** A seat as far as it says what is owed: where, from when to when, and whether it is over without a known last day. */
export type Seat = Pick<Mandate, "level" | "from" | "to" | "status">;

/**
 * Whether somebody with these seats in one congress owes it for a period: right congress, long enough in office in the
 * period, and in office when it is due. Days count over the person: a transfer or a new term takes none of them away.
 */
export function isOwedBy(obligation: Obligation, seats: readonly Seat[], period: DutyPeriod): boolean {
  const due = obligationDueDay(obligation, period);
  const lastDay = due < period.to ? due : period.to;
  const held = seats.filter((one) => obligation.levels.includes(one.level) && isOfKnownLength(one));
  const isInOffice = held.some(({ from, to }) => from <= due && (to === null || to >= lastDay));
  return isInOffice && daysHeld(held, period.from, lastDay) >= obligation.in_office_days;
}

const isOfKnownLength = ({ to, status }: Seat): boolean =>
  to !== null || status === "active" || status === "suspended";

/** On how many days from one to another somebody held one of these seats; a day in two of them is one day. */
function daysHeld(seats: readonly Seat[], from: Day, to: Day): number {
  let [days, next] = [0, from];
  for (const seat of [...seats].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const first = seat.from > next ? seat.from : next;
    const last = seat.to === null || seat.to > to ? to : seat.to;
    if (last < first) continue;
    days += daysBetween(first, last) + 1;
    next = addDays(last, 1);
  }
  return days;
}
