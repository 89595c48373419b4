import { insertActivityReminders, listActivitiesAhead } from "#db/queries/activity-reminders.ts";
import { toActivityView } from "#src/actions/activities/activity-view.ts";
import { addDays } from "#src/domain/day.ts";
import { toInstant } from "#src/domain/local-time.ts";
import { activityReminders } from "#src/domain/reminder-policy.ts";
import { LONGEST_REST_DAYS, silenceAbout, withConcerns } from "./activity-concerns.ts";
import { type Materialise, reminderJob, SWEEP } from "./reminder-job.ts";
import type { Compose, Composed } from "./release.ts";

const NAME = "activity-reminders";

const materialise: Materialise = async (tx, { after, through }, world) => {
  const { policy, calendar, zone, today } = world;
  const horizon = Math.max(...policy.reminders.activity_days_before) + LONGEST_REST_DAYS;
  const ahead = await listActivitiesAhead(tx, after, toInstant(addDays(today, horizon + 1), 0, zone));
  const planned = ahead.map(({ id, startsAt, isSitting }) => ({
    id,
    isSitting,
    ...activityReminders(startsAt, policy.reminders, calendar, zone),
  }));
  // Days before, the session speaks for its sittings.
  const steps = planned.flatMap(({ id, isSitting, reminders }) =>
    reminders
      .filter(({ before, at }) => at > after && at <= through && (before === 0 || !isSitting))
      .map(({ before, at }) => ({ activityId: id, before, dueAt: at })),
  );
  await insertActivityReminders(tx, NAME, steps, world.now);
  return planned.flatMap(({ unknownYears }) => unknownYears);
};

const compose: Compose = async (tx, due, world) => {
  const found = await withConcerns(tx, due);
  return new Map(
    found.map(({ one, concern }): [number, Composed] => {
      const silence = silenceAbout(one, concern);
      if (silence !== null) return [one.id, { suppressed: silence }];
      const activity = toActivityView(concern, world);
      return [one.id, { item: { of: "activity", activity, isComing: concern.answer === "coming" } }];
    }),
  );
};

/** Reminds of activities on the days before and the same morning (policy: reminders.activity_days_before). */
export const activityRemindersJob = reminderJob({ name: NAME, timetable: () => SWEEP, materialise, compose });
