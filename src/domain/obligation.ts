import { z } from "zod";
import { citationSchema } from "./citation.ts";
import { addDays, isDay, yearOf, type Day } from "./day.ts";
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

/** Whether a mandate owes it for a period: right congress, long enough in office, and in office when it is due. */
export function isOwedBy(
  obligation: Obligation,
  mandate: Pick<Mandate, "level" | "from" | "to">,
  period: DutyPeriod,
): boolean {
  const due = obligationDueDay(obligation, period);
  const lastDay = due < period.to ? due : period.to;
  const from = mandate.from > period.from ? mandate.from : period.from;
  const isInOffice = mandate.from <= due && (mandate.to === null || mandate.to >= lastDay);
  const isLongEnough = addDays(from, obligation.in_office_days - 1) <= lastDay;
  return obligation.levels.includes(mandate.level) && isInOffice && isLongEnough;
}
