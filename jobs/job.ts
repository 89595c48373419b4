import type { Db } from "#db/client.ts";
import type { Vault } from "#db/vault.ts";
import type { AuditAnchor } from "#src/domain/audit-anchor.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { RunningChannel, World } from "#src/domain/rules.ts";
import type { Register } from "#src/inbox/situation.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Tally } from "#src/domain/tally.ts";
import type { Timetable } from "./timetable.ts";

/** What jobs work with; everything that reaches outside is handed in. */
export type JobParts = {
  readonly db: Db;
  readonly vault: Vault;
  /** The audit's end outside the database. */
  readonly anchor: AuditAnchor;
  readonly clock: Clock;
  readonly zone: string;
  readonly policy: Policy;
  readonly register: Register;
  /** Where people can be written to. */
  readonly running: readonly RunningChannel[];
  readonly log: Log;
};

/** Everything done by the clock, in the order in which it is looked at. */
export const JOB_NAMES = [
  "plan-notices",
  "plan-days",
  "leave-reminders",
  "activity-reminders",
  "deadline-reminders",
  "absence-warnings",
  "upcoming-absence",
  "weekly-digest",
  "weekly-sheet",
  "monthly-sheet",
  "case-reminders",
  "retention",
  "audit-seal",
  "kept-figures",
] as const;

/** A job by its name; occurrences are stored under it, so a name is never given to another job. */
export type JobName = (typeof JOB_NAMES)[number];

/** The stretch of time that a run answers for: what became due after `after` and up to `through`. */
export type Stretch = {
  readonly after: Date;
  readonly through: Date;
  /** No run of this job was ever finished before. */
  readonly isFirst: boolean;
  /** The run of this moment was finished before, and is asked for once more. */
  readonly isAgain?: true;
};

/** What one run did. `report` names what jobs that remind nobody did instead. */
export type Work = {
  readonly tally: Tally;
  readonly report?: Readonly<Record<string, number>>;
  /** The same things looked at again, once messages have gone out. */
  readonly recount?: () => Promise<Tally>;
};

/** Something done by the clock. The timetable says which runs there are, never whether one has been. */
export type Job = {
  readonly name: JobName;
  /** When node-cron pokes (six fields); a poke only asks whether a run is due. */
  readonly poke: string;
  readonly timetable: (policy: Policy) => Timetable;
  readonly run: (parts: JobParts, stretch: Stretch, world: World) => Promise<Work>;
};

/** The usual poke: every minute, a little past, so that a clock slightly behind has reached the minute too. */
export const EVERY_MINUTE = "2 * * * * *";
