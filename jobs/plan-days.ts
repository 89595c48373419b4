import type { Tx } from "#db/client.ts";
import { listStaffOfOrgs } from "#db/queries/staff-over.ts";
import { insertStaffReminders, type StaffReminder } from "#db/queries/staff-reminders.ts";
import type { DueReminder } from "#db/queries/reminders.ts";
import { listUndatedBy, type Undated } from "#db/queries/undated-plans.ts";
import { toUndatedView } from "#src/actions/plans/plan-view.ts";
import { CARING_ROLES } from "#src/actions/rights.ts";
import { addDays, WEEK } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import type { StaffRole } from "#src/domain/person.ts";
import { reminderDays } from "#src/domain/reminder-days.ts";
import type { World } from "#src/domain/rules.ts";
import { LONGEST_REST_DAYS } from "./activity-concerns.ts";
import { type Materialise, reminderJob, SWEEP } from "./reminder-job.ts";
import type { Compose, Composed } from "./release.ts";

const NAME = "plan-days";
/** Who fixes days of an organisation's plan where whoever planned it does not look after it any more. */
const PLANNERS: readonly StaffRole[] = ["township_clerk", "township_chair", "office"];

type Open = Undated & { readonly fixers: readonly number[] };

/** What wants a day before long, with those who are to fix it: whoever planned it, or else the staff nearest to it. */
async function listOpen(tx: Tx, { today, policy }: World): Promise<readonly Open[]> {
  const ahead = Math.max(0, ...policy.plans.day_days_before) + LONGEST_REST_DAYS;
  const open = await listUndatedBy(tx, addDays(today, ahead), today);
  const orgs = [...new Set(open.map((one) => one.orgId))];
  const above = await listStaffOfOrgs(tx, orgs, CARING_ROLES, today, "all");
  const nearest = await listStaffOfOrgs(tx, orgs, PLANNERS, today, "nearest");
  return open.map((one) => {
    const { orgId, createdBy } = one;
    const isTheirs = createdBy !== null && (above.get(orgId) ?? []).includes(createdBy);
    return { ...one, fixers: isTheirs ? [createdBy] : (nearest.get(orgId) ?? []) };
  });
}

const materialise: Materialise = async (tx, { after, through }, world) => {
  const steps = (await listOpen(tx, world)).map((one) => stepsOf(one, world));
  const rows = steps.flatMap((one) => one.rows).filter(({ dueAt }) => dueAt > after && dueAt <= through);
  await insertStaffReminders(tx, NAME, rows, world.now);
  return steps.flatMap((one) => one.unknownYears);
};

/** Every step of reminding of what wants a day: before its stretch begins, and weekly until that is over. */
function stepsOf({ id, from, to, createdAt, fixers }: Open, { policy, calendar, zone, today }: World) {
  const plan = { days_before: policy.plans.day_days_before, overdue: "weekly" } as const;
  const { days, unknownYears } = reminderDays(from, plan, calendar, today);
  const rows = days
    .filter(({ on }) => on <= to)
    .map(({ before, on }) => ({
      subject: `undated:${id}:${from}:T-${before}`,
      dueAt: toInstant(on, toMinute(policy.reminders.hour), zone),
      validUntil: toInstant(addDays(before >= 0 ? from : on, before > 0 ? 1 : WEEK), 0, zone),
    }))
    .filter(({ dueAt }) => dueAt > createdAt)
    .flatMap((step): StaffReminder[] => fixers.map((personId) => ({ ...step, personId })));
  return { rows, unknownYears };
}

const idOf = ({ thing }: DueReminder): number => Number(thing.split(":")[1]);

const compose: Compose = async (tx, due, world) => {
  const open = new Map((await listOpen(tx, world)).map((one) => [one.id, one]));
  return new Map(due.map((one): [number, Composed] => [one.id, toWords(one, open.get(idOf(one)))]));
};

function toWords({ personId, thing }: DueReminder, found: Open | undefined): Composed {
  if (found === undefined) return { suppressed: "fixed" };
  if (!thing.endsWith(found.from)) return { suppressed: "moved" };
  if (!found.fixers.includes(personId)) return { suppressed: "not-in-scope" };
  return { item: { of: "undated", undated: toUndatedView(found) } };
}

/** Reminds of planned activities whose day is still to be fixed (policy: plans.day_days_before). */
export const planDaysJob = reminderJob({ name: NAME, timetable: () => SWEEP, materialise, compose });
