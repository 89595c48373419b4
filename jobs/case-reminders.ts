import { insertStaffReminders, type StaffReminder } from "#db/queries/staff-reminders.ts";
import type { DueReminder } from "#db/queries/reminders.ts";
import { addDays, WEEK } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import { reminderDays } from "#src/domain/reminder-days.ts";
import type { World } from "#src/domain/rules.ts";
import { type Materialise, reminderJob, SWEEP } from "./reminder-job.ts";
import type { Compose, Composed } from "./release.ts";
import { listWaitingSuggestions, type WaitingSuggestion } from "./waiting-suggestions.ts";

const NAME = "case-reminders";

const materialise: Materialise = async (tx, { after, through }, world) => {
  const waiting = await listWaitingSuggestions(tx, world);
  const rows = waiting
    .flatMap((one) => remindersOf(one, world))
    .filter(({ dueAt }) => dueAt > after && dueAt <= through);
  await insertStaffReminders(tx, NAME, rows, world.now);
  return waiting.flatMap(({ due }) => ("unknownYear" in due ? [due.unknownYear] : []));
};

/** Every step of reminding of a suggestion, for each of those who are to give it to a unit. */
function remindersOf({ id, filedAt, due, office }: WaitingSuggestion, world: World): StaffReminder[] {
  if (!("on" in due)) return [];
  const { policy, calendar, zone, today } = world;
  const { case_days_before: daysBefore, case_overdue_weeks: weeks, hour } = policy.reminders;
  const plan = { days_before: daysBefore, overdue: weeks > 0 ? "weekly" : "none" } as const;
  return reminderDays(due.on, plan, calendar, today)
    .days.filter(({ before }) => before >= -weeks * WEEK)
    .map(({ before, on }) => ({
      subject: `suggestion:${id}:T-${before}`,
      dueAt: toInstant(on, toMinute(hour), zone),
      validUntil: toInstant(before >= 0 ? addDays(due.on, 1) : addDays(on, WEEK), 0, zone),
    }))
    .filter(({ dueAt }) => dueAt > filedAt)
    .flatMap((step) => office.map((personId) => ({ ...step, personId })));
}

const suggestionIdOf = ({ thing }: DueReminder): number => Number(thing.split(":")[1]);

const compose: Compose = async (tx, due, world) => {
  const waiting = new Map((await listWaitingSuggestions(tx, world)).map((one) => [one.id, one]));
  return new Map(
    due.map((one): [number, Composed] => [one.id, toWords(one, waiting.get(suggestionIdOf(one)))]),
  );
};

function toWords({ personId }: DueReminder, found: WaitingSuggestion | undefined): Composed {
  if (found === undefined) return { suppressed: "waits-no-more" };
  if (!found.office.includes(personId)) return { suppressed: "not-in-scope" };
  if (!("on" in found.due)) return { suppressed: "no-calendar" };
  const { number, title, due } = found;
  return { item: { of: "case", number, title, dueOn: due.on } };
}

/**
 * Reminds the office of suggestions of its deputies that must be given to a unit (policy: reminders.case_days_before),
 * and every week for a while once that is overdue (policy: reminders.case_overdue_weeks).
 */
export const caseRemindersJob = reminderJob({ name: NAME, timetable: () => SWEEP, materialise, compose });
