import {
  type ActivityConcern,
  insertActivityReminders,
  listActivitiesAhead,
} from "#db/queries/activity-reminders.ts";
import type { DueReminder } from "#db/queries/reminders.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { addDays } from "#src/domain/day.ts";
import { toInstant } from "#src/domain/local-time.ts";
import type { World } from "#src/domain/rules.ts";
import { activityReminders } from "#src/domain/reminder-policy.ts";
import { LONGEST_REST_DAYS, silenceAbout, withConcerns } from "./activity-concerns.ts";
import { beginningKey, listOwnBeginnings } from "./own-beginnings.ts";
import { type Materialise, type Reminding, SWEEP } from "./reminder-job.ts";
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
  const beginnings = await listOwnBeginnings(
    tx,
    found.map(({ concern }) => concern),
    world.now,
  );
  const said = found.filter((each) => silenceAbout(each.one, each.concern) === null);
  return new Map(
    found.map(({ one, concern }): [number, Composed] => {
      const silence =
        silenceAbout(one, concern) ??
        (isJustTold(one, concern, world) ? "just-told" : null) ??
        (said.some((other) => isSessionOf(other.concern, concern)) ? "session-says-it" : null);
      const meant = beginnings.get(beginningKey(concern)) ?? concern;
      if (silence !== null || meant === "on-leave") return [one.id, { suppressed: silence ?? "on-leave" }];
      const activity = toActivityView(meant, world);
      return [one.id, { item: { of: "activity", activity, isComing: meant.answer === "coming" } }];
    }),
  );
};

// A notice, a change or a 催 a short time ago has just said it; who asked to hear it again hears it.
const isJustTold = ({ step }: DueReminder, { toldAt }: ActivityConcern, { now, policy }: World): boolean =>
  toldAt !== null &&
  !step.startsWith("again") &&
  now.getTime() - toldAt.getTime() < policy.reminders.after_notice_minutes * MINUTE_MS;

const MINUTE_MS = 60_000;

// What begins by its first sitting is one thing.
const isSessionOf = (session: ActivityConcern, sitting: ActivityConcern): boolean =>
  session.activityId === sitting.sessionId &&
  session.personId === sitting.personId &&
  session.startsAt.getTime() === sitting.startsAt.getTime();

/** Reminds of activities on the days before and the same morning (policy: reminders.activity_days_before). */
export const activityReminding: Reminding = { name: NAME, timetable: () => SWEEP, materialise, compose };
