import { listUnassigned } from "#db/queries/unassigned.ts";
import { insertStaffReminders } from "#db/queries/staff-reminders.ts";
import { listStaff } from "#db/queries/staff.ts";
import type { DueReminder } from "#db/queries/reminders.ts";
import { dueDay } from "#src/domain/clock-rule.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import { localDay, toInstant, toMinute } from "#src/domain/local-time.ts";
import { reminderDays } from "#src/domain/reminder-days.ts";
import type { World } from "#src/domain/rules.ts";
import { type Materialise, reminderJob, SWEEP } from "./reminder-job.ts";
import type { Compose, Composed } from "./release.ts";

const NAME = "case-reminders";

type Due = { readonly on: Day } | { readonly unknownYear: number };

/** The day a suggestion must have been given to a unit (policy: clocks.suggestion_assign). */
function assignBy(filedAt: Date, { policy, calendar, zone }: World): Due {
  const rule = policy.clocks["suggestion_assign"];
  if (rule === undefined) return { on: localDay(filedAt, zone) };
  const due = dueDay(rule, localDay(filedAt, zone), calendar);
  return typeof due === "string" ? { on: due } : { unknownYear: due.year };
}

const materialise: Materialise = async (tx, { after, through }, world) => {
  const { policy, calendar, zone, today, now } = world;
  const waiting = await listUnassigned(tx);
  const office = await listStaff(tx, ["office"], today);
  const plans = waiting.map((one) => ({ ...one, due: assignBy(one.filedAt, world) }));
  const rows = plans.flatMap(({ id, filedAt, due }) => {
    if (!("on" in due)) return [];
    const plan = { days_before: policy.reminders.case_days_before, overdue: "weekly" } as const;
    return reminderDays(due.on, plan, calendar, today)
      .days.map(({ before, on }) => ({
        subject: `suggestion:${id}:T-${before}`,
        dueAt: toInstant(on, toMinute(policy.reminders.hour), zone),
        validUntil: toInstant(addDays(before >= 0 ? due.on : on, before >= 0 ? 1 : 7), 0, zone),
      }))
      .filter(({ dueAt }) => dueAt > filedAt && dueAt > after && dueAt <= through)
      .flatMap((step) => office.map(({ personId }) => ({ ...step, personId })));
  });
  await insertStaffReminders(tx, NAME, rows, now);
  return plans.flatMap(({ due }) => ("unknownYear" in due ? [due.unknownYear] : []));
};

const suggestionIdOf = ({ thing }: DueReminder): number => Number(thing.split(":")[1]);

const compose: Compose = async (tx, due, world) => {
  const waiting = new Map((await listUnassigned(tx)).map((one) => [one.id, one]));
  return new Map(
    due.map((one): [number, Composed] => {
      const found = waiting.get(suggestionIdOf(one));
      if (found === undefined) return [one.id, { suppressed: "assigned" }];
      const by = assignBy(found.filedAt, world);
      if (!("on" in by)) return [one.id, { suppressed: "no-calendar" }];
      const { number, title } = found;
      return [one.id, { item: { of: "case", number, title, dueOn: by.on } }];
    }),
  );
};

/** Reminds the office of suggestions that must be given to a unit (policy: reminders.case_days_before). */
export const caseRemindersJob = reminderJob({ name: NAME, timetable: () => SWEEP, materialise, compose });
