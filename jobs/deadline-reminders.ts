import type { Tx } from "#db/client.ts";
import { type DoneCounts, countDone } from "#db/queries/done.ts";
import { insertDeadlineReminders, listOpenDueDays, listTerms } from "#db/queries/obligations.ts";
import { listOwed, type Owed } from "#db/queries/owed.ts";
import type { DueReminder } from "#db/queries/reminders.ts";
import { addDays, type Day, WEEK } from "#src/domain/day.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { periodNamed } from "#src/domain/duty-period.ts";
import { localDay, toInstant, toMinute } from "#src/domain/local-time.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { Policy } from "#src/domain/policy.ts";
import { reminderDays } from "#src/domain/reminder-days.ts";
import type { ReminderItem } from "#src/domain/requests/deadline.ts";
import type { World } from "#src/domain/rules.ts";
import { bringObligationsUpToDate } from "./owed-periods.ts";
import { type Materialise, type Reminding, SWEEP } from "./reminder-job.ts";
import type { Compose, Composed } from "./release.ts";

const NAME = "deadline-reminders";
/** How far ahead a reminder may lie: the longest step a policy can have, and a holiday. */
const HORIZON_DAYS = 385;

const materialise: Materialise = async (tx, { after, through }, world) => {
  const { zone, today } = world;
  await bringObligationsUpToDate(tx, world, [localDay(after, zone), today]);
  const open = await listOpenDueDays(
    tx,
    addDays(today, -world.policy.reminders.forgotten_days),
    addDays(today, HORIZON_DAYS),
  );
  const plans = open.flatMap(({ rule, dueOn }) => planFor(rule, dueOn, world));
  const steps = plans.flatMap((plan) => plan.steps).filter(({ dueAt }) => dueAt > after && dueAt <= through);
  await insertDeadlineReminders(tx, NAME, steps, world.now);
  return plans.flatMap(({ unknownYears }) => unknownYears);
};

function planFor(rule: string, dueOn: Day, { policy, calendar, zone, today }: World) {
  const obligation = policy.obligations[rule];
  if (obligation === undefined) return [];
  const { days, unknownYears } = reminderDays(dueOn, obligation.reminders, calendar, today);
  const endOf = (day: Day): Date => toInstant(addDays(day, 1), 0, zone);
  const steps = days.map(({ before, on }) => ({
    rule,
    dueOn,
    step: before >= 0 ? `T-${before}` : `T+${-before}`,
    dueAt: toInstant(on, toMinute(policy.reminders.hour), zone),
    // What is overdue is said again after a week; until then the last word holds.
    validUntil: endOf(before >= 0 ? dueOn : addDays(on, WEEK - 1)),
  }));
  return [{ steps, unknownYears }];
}

const compose: Compose = async (tx, due, world) => {
  const owed = await listOwed(tx, due.map(obligationIdOf), world.today);
  const byId = new Map(owed.map((one) => [one.id, one]));
  const done = await countDoneFor(tx, owed, waitedSince(world));
  return new Map(
    due.flatMap((one): [number, Composed][] => {
      const found = byId.get(obligationIdOf(one));
      return found === undefined ? [] : [[one.id, composeOne(found, done.get(found.id) ?? {}, world.policy)]];
    }),
  );
};

const obligationIdOf = ({ thing }: DueReminder): number => Number(thing.split(":")[1]);

/** What was done towards each obligation in its own period, by its id. */
async function countDoneFor(
  tx: Tx,
  owed: readonly Owed[],
  since: Date,
): Promise<ReadonlyMap<number, DoneCounts>> {
  const terms = await listTerms(tx);
  const asked = owed.flatMap((one) => {
    const { period, level } = one;
    const stretch = periodNamed(period) ?? terms.find((term) => term.id === period && term.level === level);
    return stretch === undefined ? [] : [{ ...one, from: stretch.from, to: stretch.to }];
  });
  const counts = await countDone(tx, asked, since);
  return new Map(asked.map(({ id }, nth) => [id, counts[nth] ?? {}]));
}

function composeOne(owed: Owed, records: DoneCounts, policy: Policy): Composed {
  if (!owed.isOpen) return { suppressed: "fulfilled" };
  if (!owed.isInOffice) return { suppressed: "not-in-office" };
  const item = toItem(owed, records, policy);
  return item === undefined ? { suppressed: "fulfilled" } : { item };
}

/** What is said of it; undefined where the records of its period are enough by now. */
function toItem({ title, dueOn, rule }: Owed, records: DoneCounts, policy: Policy): ReminderItem | undefined {
  const obligation = policy.obligations[rule];
  const base = { of: "obligation", title, dueOn, to: obligation?.accepted_by ?? "office" } as const;
  if (obligation === undefined || !("records" in obligation.needs)) return base;
  const kinds = obligation.needs.records.filter(isDutyKind);
  const done = kinds.reduce((sum, kind) => sum + (records[kind] ?? 0), 0);
  const missing = obligation.needs.at_least - done;
  return missing > 0 ? { ...base, missing, done, kinds } : undefined;
}

/** Reminds of what is owed, before it is due and weekly after (policy: obligations.*.reminders). */
export const deadlineReminding: Reminding = { name: NAME, timetable: () => SWEEP, materialise, compose };
