import { insertActivityReminders, listActivitiesAhead } from "#db/queries/activity-reminders.ts";
import { listAttendanceFacts } from "#db/queries/attendance-facts.ts";
import { findThreat } from "#src/domain/attendance/find-threat.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { addDays } from "#src/domain/day.ts";
import { toInstant } from "#src/domain/local-time.ts";
import { activityReminders } from "#src/domain/reminder-policy.ts";
import { LONGEST_REST_DAYS, silenceAbout, withConcerns } from "./activity-concerns.ts";
import { type Materialise, type Reminding, SWEEP } from "./reminder-job.ts";
import { rulesOfCongress } from "#src/domain/attendance/rules-of-congress.ts";
import type { Compose, Composed } from "./release.ts";

const NAME = "upcoming-absence";

// On the first of the reminding days that is still ahead: there is time left to ask for leave and have it granted.
const materialise: Materialise = async (tx, { after, through }, world) => {
  const { policy, calendar, zone, today } = world;
  const horizon = Math.max(...policy.reminders.activity_days_before) + LONGEST_REST_DAYS;
  const ahead = await listActivitiesAhead(tx, after, toInstant(addDays(today, horizon + 1), 0, zone));
  const steps = ahead.flatMap(({ id, startsAt, calledAt }) => {
    const { reminders } = activityReminders(startsAt, policy.reminders, calendar, zone);
    // Called when all of them were over: the warning follows the notice at once.
    const late = { before: 0, at: new Date(calledAt.getTime() + 1) };
    return (reminders.some(({ at }) => at > calledAt) ? reminders : [late])
      .filter(({ at }) => at > after && at <= through)
      .map(({ before, at }) => ({ activityId: id, before, dueAt: at }));
  });
  await insertActivityReminders(tx, NAME, steps, world.now, "absent-once");
  return [];
};

const compose: Compose = async (tx, due, world) => {
  const found = await withConcerns(tx, due);
  const mandates = found.flatMap(({ concern }) => concern.mandateIds);
  const facts = await listAttendanceFacts(tx, [...new Set(mandates)]);
  return new Map(
    found.map(({ one, concern }): [number, Composed] => {
      const silence = silenceAbout(one, concern);
      if (silence !== null) return [one.id, { suppressed: silence }];
      const own = facts.filter(({ personId }) => personId === one.personId);
      const threat = own
        .map((deputy) =>
          findThreat(
            deputy.facts,
            concern.activityId,
            rulesOfCongress(world.policy.attendance, deputy.level),
          ),
        )
        .find((each) => each !== undefined);
      if (threat === undefined) return [one.id, { suppressed: "no-absence-counts" }];
      const activity = toActivityView(concern, world);
      const { absences, rule } = threat;
      const coming = concern.answer === "coming" ? ({ isComing: true } as const) : {};
      const { leads_to: leadsTo = "", strike_at: strikeAt = Infinity } =
        world.policy.attendance.rules[rule] ?? {};
      const met = absences.length >= strikeAt ? ({ isMet: true } as const) : {};
      return [one.id, { item: { of: "upcoming-absence", activity, absences, leadsTo, ...met, ...coming } }];
    }),
  );
};

/**
 * Warns whoever would have a strike, or one more, by staying away from an activity ahead: once for each, whether he or
 * she has answered or not, unless leave is asked for.
 */
export const upcomingReminding: Reminding = { name: NAME, timetable: () => SWEEP, materialise, compose };
