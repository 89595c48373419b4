import { insertActivityReminders, listActivitiesAhead } from "#db/queries/activity-reminders.ts";
import { listWarnedDays } from "#db/queries/warned-days.ts";
import { windowEndingOn } from "#src/domain/attendance/absence-window.ts";
import { toActivityView } from "#src/actions/activities/activity-view.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import { toInstant } from "#src/domain/local-time.ts";
import { activityReminders } from "#src/domain/reminder-policy.ts";
import type { World } from "#src/domain/rules.ts";
import { LONGEST_REST_DAYS, silenceAbout, withConcerns } from "./activity-concerns.ts";
import { absenceWarningsJob } from "./absence-warnings.ts";
import type { Job } from "./job.ts";
import { type Materialise, reminderJob, SWEEP } from "./reminder-job.ts";
import type { Compose, Composed } from "./release.ts";

const NAME = "upcoming-absence";

// On the first of the reminding days: there is time left to ask for leave and have it granted.
const materialise: Materialise = async (tx, { after, through }, world) => {
  const { policy, calendar, zone, today } = world;
  const horizon = Math.max(...policy.reminders.activity_days_before) + LONGEST_REST_DAYS;
  const ahead = await listActivitiesAhead(tx, after, toInstant(addDays(today, horizon + 1), 0, zone));
  const steps = ahead.flatMap(({ id, startsAt }) => {
    const [first] = activityReminders(startsAt, policy.reminders, calendar, zone).reminders;
    return first === undefined || first.at <= after || first.at > through
      ? []
      : [{ activityId: id, before: first.before, dueAt: first.at }];
  });
  await insertActivityReminders(tx, NAME, steps, world.now, "warned");
  return [];
};

const compose: Compose = async (tx, due, world) => {
  const found = await withConcerns(tx, due);
  const warned = await listWarnedDays(
    tx,
    due.map((one) => one.personId),
  );
  return new Map(
    found.map(({ one, concern }): [number, Composed] => {
      const silence = silenceAbout(one, concern);
      if (silence !== null) return [one.id, { suppressed: silence }];
      if (concern.answer === "coming") return [one.id, { suppressed: "answered" }];
      const own = warned.filter(({ personId }) => personId === one.personId);
      const threat = findThreat(own, concern.kind, concern.onDay, world);
      if (threat === undefined) return [one.id, { suppressed: "no-warning-counts" }];
      const activity = toActivityView(concern, world);
      return [one.id, { item: { of: "upcoming-absence", activity, ...threat } }];
    }),
  );
};

/** The rule under which one more absence would be a strike, with the absences that count for it. */
function findThreat(
  warned: readonly {
    readonly rule: string;
    readonly day: Day;
    readonly from: Day;
    readonly to: Day | null;
  }[],
  kind: string,
  onDay: Day,
  { policy }: World,
): { readonly absences: readonly Day[]; readonly leadsTo: string } | undefined {
  for (const [name, rule] of Object.entries(policy.attendance.rules)) {
    if (!rule.kinds.includes(kind)) continue;
    const own = warned.filter((one) => one.rule === name);
    const absences = own
      .filter((one) => windowEndingOn(onDay, rule.window, [one])(one.day))
      .map((one) => one.day);
    if (absences.length === rule.strike_at - 1) return { absences, leadsTo: rule.leads_to };
  }
  return undefined;
}

const reminding = reminderJob({ name: NAME, timetable: () => SWEEP, materialise, compose });

/** Warns whoever has all but one of the absences that a rule counts, before an activity of its kind. */
export const upcomingAbsenceJob: Job = {
  ...reminding,
  run: async (parts, stretch, world) => {
    // A warning that nobody has worked out yet must not be missing here.
    if (stretch.isFirst) await absenceWarningsJob.run(parts, stretch, world);
    return reminding.run(parts, stretch, world);
  },
};
