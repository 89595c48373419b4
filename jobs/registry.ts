import { absenceWarningsJob } from "./absence-warnings.ts";
import { auditSealJob } from "./audit-seal.ts";
import { caseRemindersJob } from "./case-reminders.ts";
import { activityRemindersJob, deadlineRemindersJob, upcomingAbsenceJob } from "./deputy-reminders.ts";
import { leaveRemindersJob } from "./leave-reminders.ts";
import { planDaysJob } from "./plan-days.ts";
import { keptFiguresJob } from "./kept-figures.ts";
import { planNoticesJob } from "./plan-notices.ts";
import { retentionJob } from "./retention.ts";
import { monthlySheetJob, weeklySheetJob } from "./sheets.ts";
import { weeklyDigestJob } from "./weekly-digest.ts";
import { type Job, JOB_NAMES, type JobName } from "./job.ts";

const BY_NAME: Readonly<Record<JobName, Job>> = {
  "plan-notices": planNoticesJob,
  "plan-days": planDaysJob,
  "leave-reminders": leaveRemindersJob,
  "activity-reminders": activityRemindersJob,
  "deadline-reminders": deadlineRemindersJob,
  "absence-warnings": absenceWarningsJob,
  "upcoming-absence": upcomingAbsenceJob,
  "weekly-digest": weeklyDigestJob,
  "weekly-sheet": weeklySheetJob,
  "monthly-sheet": monthlySheetJob,
  "case-reminders": caseRemindersJob,
  retention: retentionJob,
  "audit-seal": auditSealJob,
  "kept-figures": keptFiguresJob,
};

/** Everything done by the clock, in the order in which it is looked at. */
export const JOBS: readonly Job[] = JOB_NAMES.map((name) => BY_NAME[name]);

/** The job of this name, if there is one. */
export const findJob = (name: string): Job | undefined => JOBS.find((job) => job.name === name);
