import type { Tx } from "#db/client.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import { listUnassigned, type Unassigned } from "#db/queries/unassigned.ts";
import { dueDay } from "#src/domain/clock-rule.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import { localDay, toInstant } from "#src/domain/local-time.ts";
import type { World } from "#src/domain/rules.ts";

/** A suggestion that waits to be given to a unit, by when it must be, and the office that looks after its deputy. */
export type WaitingSuggestion = Unassigned & {
  readonly due: { readonly on: Day } | { readonly unknownYear: number };
  readonly office: readonly number[];
};

/** No clock is longer than 366 working days. */
const LONGEST_CLOCK_DAYS = 2 * 366;

/**
 * Suggestions that wait, until they have been overdue for as many weeks as the office is reminded of them (policy:
 * clocks.suggestion_assign, reminders.case_overdue_weeks): what came of older ones the program does not know.
 */
export async function listWaitingSuggestions(tx: Tx, world: World): Promise<readonly WaitingSuggestion[]> {
  const { policy, today, zone } = world;
  const overdueDays = policy.reminders.case_overdue_weeks * 7;
  const since = toInstant(addDays(today, -overdueDays - LONGEST_CLOCK_DAYS), 0, zone);
  const waiting = (await listUnassigned(tx, since))
    .map((one) => ({ ...one, due: assignBy(one.filedAt, world) }))
    .filter(({ due }) => !("on" in due) || addDays(due.on, overdueDays) >= today);
  const mandates = [...new Set(waiting.map((one) => one.mandateId))];
  const staff = await listStaffOfMandates(tx, mandates, ["office"], today);
  return waiting.map((one) => ({ ...one, office: staff.get(one.mandateId) ?? [] }));
}

/** The day a suggestion must have been given to a unit. */
function assignBy(filedAt: Date, { policy, calendar, zone }: World): WaitingSuggestion["due"] {
  const rule = policy.clocks["suggestion_assign"];
  if (rule === undefined) return { on: localDay(filedAt, zone) };
  const due = dueDay(rule, localDay(filedAt, zone), calendar);
  return typeof due === "string" ? { on: due } : { unknownYear: due.year };
}
