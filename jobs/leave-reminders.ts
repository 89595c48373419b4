import type { Tx } from "#db/client.ts";
import { type LeaveAhead, listLeavesAhead } from "#db/queries/leaves-ahead.ts";
import type { DueReminder } from "#db/queries/reminders.ts";
import { insertStaffReminders } from "#db/queries/staff-reminders.ts";
import { listToAskOfAll } from "#src/actions/activities/leave-approvers.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { addDays } from "#src/domain/day.ts";
import { localDay, toInstant } from "#src/domain/local-time.ts";
import { deciderReminders } from "#src/domain/reminder-policy.ts";
import type { World } from "#src/domain/rules.ts";
import { LONGEST_REST_DAYS } from "./activity-concerns.ts";
import { type Materialise, reminderJob, SWEEP } from "./reminder-job.ts";
import type { Compose, Composed } from "./release.ts";

const NAME = "leave-reminders";
const MINUTE_MS = 60_000;

type Waiting = LeaveAhead & { readonly deciders: readonly number[] };

/** What waits for leave before it begins, with those who decide on it. */
async function listWaiting(tx: Tx, after: Date, world: World): Promise<readonly Waiting[]> {
  const horizon = toInstant(addDays(world.today, LONGEST_REST_DAYS + 2), 0, world.zone);
  const ahead = await listLeavesAhead(tx, after, horizon);
  const asked = await listToAskOfAll(tx, ahead, world);
  return ahead.map((one, nth) => ({ ...one, deciders: asked[nth] ?? [] }));
}

const materialise: Materialise = async (tx, { after, through }, world) => {
  const { policy, calendar, zone, now } = world;
  const justTold = policy.reminders.after_notice_minutes * MINUTE_MS;
  const planned = (await listWaiting(tx, after, world)).map((one) => ({
    ...one,
    ...deciderReminders(one.startsAt, policy.reminders, calendar, zone),
  }));
  const rows = planned.flatMap(({ activity, startsAt, requestedAt, deciders, moments }) =>
    moments
      .filter((at) => at > after && at <= through && at < startsAt && +at - +requestedAt >= justTold)
      .flatMap((dueAt) =>
        deciders.map((personId) => ({
          personId,
          // Once for each activity and day: the second moment is for those who had nothing to decide at the first.
          subject: `leaves:${activity.id}:${localDay(startsAt, zone)}:open`,
          dueAt,
          validUntil: startsAt,
        })),
      ),
  );
  await insertStaffReminders(tx, NAME, rows, now);
  return planned.flatMap(({ unknownYears }) => unknownYears);
};

const compose: Compose = async (tx, due, world) => {
  const waiting = await listWaiting(tx, world.now, world);
  return new Map(due.map((one): [number, Composed] => [one.id, toWords(one, waiting, world)]));
};

function toWords({ thing, personId }: DueReminder, waiting: readonly Waiting[], world: World): Composed {
  const [, id] = thing.split(":");
  const own = waiting.filter(
    ({ activity, deciders }) => activity.id === Number(id) && deciders.includes(personId),
  );
  const [first] = own;
  if (first === undefined) return { suppressed: "waits-no-more" };
  if (!thing.endsWith(localDay(first.startsAt, world.zone))) return { suppressed: "moved" };
  return {
    item: { of: "leaves", activity: toActivityView(first, world), names: own.map(({ name }) => name) },
  };
}

/**
 * Reminds whoever decides on leave of wishes that still wait, once before it begins: at the reminder hour of the working
 * day before, or else in the morning of its own day. Of what was asked just now they have just been told.
 */
export const leaveRemindersJob = reminderJob({ name: NAME, timetable: () => SWEEP, materialise, compose });
