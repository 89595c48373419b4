import type { Tx } from "#db/client.ts";
import { tallyReminders } from "#db/queries/reminders.ts";
import type { World } from "#src/domain/rules.ts";
import { EVERY_MINUTE, type Job, type JobName, type Stretch } from "./job.ts";
import { soundCalendarAlarm } from "./calendar-alarm.ts";
import { type Compose, release } from "./release.ts";
import type { Timetable } from "./timetable.ts";

/**
 * Writes down, set by set, what became due in a stretch of time; each reminder once, however often it is asked. The
 * years whose working days it needed and nobody knows come back.
 */
export type Materialise = (tx: Tx, stretch: Stretch, world: World) => Promise<readonly number[]>;

/** A job that reminds: when, of what, and in which words. */
export type ReminderJob = {
  readonly name: JobName;
  readonly timetable: (policy: World["policy"]) => Timetable;
  readonly materialise: Materialise;
  readonly compose: Compose;
};

/** A job that reminds: it writes down what became due, then decides about everything that is due and waits. */
export const reminderJob = ({ name, timetable, materialise, compose }: ReminderJob): Job => ({
  name,
  poke: EVERY_MINUTE,
  timetable,
  run: async (parts, stretch, world) => {
    await parts.db.transaction(async (tx) => {
      const unknownYears = await materialise(tx, stretch, world);
      await soundCalendarAlarm(tx, parts, unknownYears, world);
    });
    const ids = await release(parts, name, compose, world);
    const recount = () => parts.db.transaction((tx) => tallyReminders(tx, { ids }));
    return { tally: await recount(), recount };
  },
});

/** How often reminders are looked for: a wish like 1小时后 is met to within this. */
export const SWEEP: Timetable = { every: 5 };
