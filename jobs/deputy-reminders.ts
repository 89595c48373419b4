import { absenceWarningsJob } from "./absence-warnings.ts";
import { activityReminding } from "./activity-reminders.ts";
import { deadlineReminding } from "./deadline-reminders.ts";
import type { Job } from "./job.ts";
import { reminderJob, type Reminding } from "./reminder-job.ts";
import { soundTermAlarm } from "./term-alarm.ts";
import { upcomingReminding } from "./upcoming-absence.ts";

// What a deputy is reminded of, of whatever kind, comes in one message a moment.
const TOGETHER: readonly Reminding[] = [activityReminding, deadlineReminding, upcomingReminding];

const together = (one: Reminding): Job =>
  reminderJob(
    one,
    TOGETHER.filter(({ name }) => name !== one.name),
  );

/** Reminds of activities on the days before and the same morning. */
export const activityRemindersJob: Job = together(activityReminding);

const reminding = together(deadlineReminding);

/** Reminds of what is owed, and says where the end of a term is missing by which something is owed. */
export const deadlineRemindersJob: Job = {
  ...reminding,
  run: async (parts, stretch, world) => {
    await parts.db.transaction((tx) => soundTermAlarm(tx, parts, world));
    return reminding.run(parts, stretch, world);
  },
};

const warning = together(upcomingReminding);

/** Warns whoever would have a strike by staying away from an activity ahead. */
export const upcomingAbsenceJob: Job = {
  ...warning,
  run: async (parts, stretch, world) => {
    // A warning that nobody has worked out yet must not be missing here.
    if (stretch.isFirst) await absenceWarningsJob.run(parts, stretch, world);
    return warning.run(parts, stretch, world);
  },
};
