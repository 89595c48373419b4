import type { Tx } from "#db/client.ts";
import { findLastOccurrence, insertOccurrences, saveTally } from "#db/queries/occurrences.ts";
import { findSetting } from "#db/queries/settings.ts";
import { toInstant } from "#src/domain/local-time.ts";
import { NOTHING_DUE } from "#src/domain/tally.ts";
import type { World } from "#src/domain/rules.ts";
import { worldOf } from "#src/inbox/situation.ts";
import type { Job, JobParts, Stretch, Work } from "./job.ts";
import { isSweep, lastSlot, listSlots } from "./timetable.ts";

const HOUR_MS = 3_600_000;
/** A run that takes longer than this is taken for dead; running it again does what is left of it. */
const ABANDONED_MS = 10 * 60_000;

/**
 * Runs a job if a run is due that nobody has made: null where there is none. However many processes ask, one of them
 * gets it. Runs missed while nobody was there are made up for by the latest one, or recorded as expired where that is
 * of no use any more. `anyway` runs it in any case, as the operator wants.
 */
export async function runJob(
  parts: JobParts,
  job: Job,
  which: "due" | "anyway" = "due",
): Promise<Work | null> {
  const { calendar } = await parts.register.current();
  const world = worldOf(parts, calendar, parts.clock());
  const timetable = job.timetable(parts.policy);
  const slot = lastSlot(timetable, world.now, world);
  if ("everySeconds" in timetable) return runQuietly(parts, job, slot, world);
  const opened = await parts.db.transaction((tx) => open(tx, job, slot, world));
  if (opened.state === "taken" && which === "due") return null;
  if (opened.state === "expired" && which === "due") return { tally: NOTHING_DUE };
  const work = await job.run(parts, opened.stretch, world);
  const tally = { ...work.tally, ...work.report };
  if (opened.state === "done") await parts.db.transaction((tx) => saveTally(tx, job.name, slot, tally));
  if (work.tally.due > 0) parts.log.info("job.ran", { job: job.name, ...tally });
  else parts.log.debug("job.found-nothing", { job: job.name, ...tally });
  return work;
}

// A run every few seconds leaves a row only where it did something; what it works on is locked by itself.
async function runQuietly(parts: JobParts, job: Job, slot: Date, world: World): Promise<Work> {
  const work = await job.run(parts, { after: slot, through: world.now, isFirst: false }, world);
  const tally = { ...work.tally, ...work.report };
  if (Object.values(tally).some((count) => count > 0))
    await parts.db.transaction(async (tx) => {
      await insertOccurrences(tx, job.name, [{ dueAt: slot, state: "done" }], world.now, 0);
      await saveTally(tx, job.name, slot, tally);
    });
  return work;
}

type Opened = { readonly state: "done" | "expired" | "taken"; readonly stretch: Stretch };

async function open(tx: Tx, job: Job, slot: Date, world: World): Promise<Opened> {
  const timetable = job.timetable(world.policy);
  const last = await findLastOccurrence(tx, job.name, slot);
  const begun = await findBeginning(tx, world);
  const after = last ?? begun;
  const missed = last === undefined ? [] : listSlots(timetable, last, slot, world).slice(0, -1);
  const usableMs = isSweep(timetable) ? Infinity : timetable.usableHours * HOUR_MS;
  const isNew = last === undefined && !isSweep(timetable) && slot < begun;
  const isTooLate = isNew || world.now.getTime() - slot.getTime() > usableMs;
  const written = await insertOccurrences(
    tx,
    job.name,
    [
      ...missed.map((dueAt) => ({ dueAt, state: isTooLate ? "expired" : "merged" }) as const),
      { dueAt: slot, state: isTooLate ? "expired" : "done" },
    ],
    world.now,
    ABANDONED_MS,
  );
  const isOurs = written.some((dueAt) => dueAt.getTime() === slot.getTime());
  const state = !isOurs ? "taken" : isTooLate ? "expired" : "done";
  const again = state === "taken" ? ({ isAgain: true } as const) : {};
  return { state, stretch: { after, through: world.now, isFirst: last === undefined, ...again } };
}

/** From when on a job that never ran owes anything: what was due before the very first start is nobody's debt. */
async function findBeginning(tx: Tx, { today, zone }: World): Promise<Date> {
  const midnight = toInstant(today, 0, zone);
  const openedAt = await findSetting(tx, "opened_at");
  const opened = openedAt === undefined ? midnight : new Date(openedAt);
  return opened > midnight ? opened : midnight;
}
