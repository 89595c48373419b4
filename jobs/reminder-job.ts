import type { Tx } from "#db/client.ts";
import { findLastOccurrence } from "#db/queries/occurrences.ts";
import { claimSchedule, isAnythingDue, listDecided, tallyReminders } from "#db/queries/reminders.ts";
import type { World } from "#src/domain/rules.ts";
import { EVERY_MINUTE, type Job, type JobName, type JobParts, type Stretch } from "./job.ts";
import { soundCalendarAlarm } from "./calendar-alarm.ts";
import { type Compose, release } from "./release.ts";
import type { Timetable } from "./timetable.ts";

/**
 * Writes down, set by set, what became due in a stretch of time; each reminder once, however often it is asked. The
 * years whose working days it needed and nobody knows come back.
 */
export type Materialise = (tx: Tx, stretch: Stretch, world: World) => Promise<readonly number[]>;

/** A job that reminds: when, of what, and in which words. */
export type Reminding = {
  readonly name: JobName;
  readonly timetable: (policy: World["policy"]) => Timetable;
  readonly materialise: Materialise;
  readonly compose: Compose;
};

/**
 * A job that reminds: it writes down what became due, then decides about everything that is due and waits. What the jobs
 * `beside` it have due for the same people at that moment goes into the same message, whichever of them is first: each
 * of them counts what is its own.
 */
export const reminderJob = (own: Reminding, beside: readonly Reminding[] = []): Job => ({
  name: own.name,
  poke: EVERY_MINUTE,
  timetable: own.timetable,
  run: async (parts, stretch, world) => {
    await parts.db.transaction(async (tx) => {
      const unknownYears = await writeDown(tx, own, stretch, world);
      await soundCalendarAlarm(tx, parts, unknownYears, world);
    });
    const others = await writeDownBeside(parts, own, beside, stretch, world);
    const released = await release(parts, [own, ...others], world);
    const ids = await parts.db.transaction(async (tx) => [
      ...new Set([
        ...released,
        ...(beside.length > 0 && stretch.isAgain !== true ? await listDecided(tx, own.name, stretch) : []),
      ]),
    ]);
    const recount = () => parts.db.transaction((tx) => tallyReminders(tx, { ids }));
    return { tally: await recount(), recount };
  },
});

async function writeDown(
  tx: Tx,
  { name, materialise }: Reminding,
  stretch: Stretch,
  world: World,
): Promise<readonly number[]> {
  await claimSchedule(tx, name);
  return materialise(tx, stretch, world);
}

/** A job beside the one that runs, and since when what it wrote down is counted by its own next run. */
export type Beside = Reminding & { readonly since: Date };

// Only where there is somebody to write to; one that never ran owes nothing yet.
async function writeDownBeside(
  parts: JobParts,
  { name }: Reminding,
  beside: readonly Reminding[],
  { through }: Stretch,
  world: World,
): Promise<readonly Beside[]> {
  const others: Beside[] = [];
  if (beside.length === 0 || !(await parts.db.transaction((tx) => isAnythingDue(tx, name, world.now))))
    return [];
  for (const one of beside)
    await parts.db.transaction(async (tx) => {
      const since = await findLastOccurrence(tx, one.name, world.now);
      if (since === undefined) return;
      await writeDown(tx, one, { after: since, through, isFirst: false }, world);
      others.push({ ...one, since });
    });
  return others;
}

/** How often reminders are looked for: a wish like 1小时后 is met to within this. */
export const SWEEP: Timetable = { every: 5 };
