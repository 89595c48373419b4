import { keepFigures } from "#db/queries/figures/keep.ts";
import { NOTHING_DUE } from "#src/domain/tally.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { Job } from "./job.ts";

// About half a second of work over a million records.
const MONTHS_AT_ONCE = 60;

/**
 * Makes the sums of months anew that no longer hold, so that figures over long stretches need not read every record.
 * Nothing depends on it but their speed: what is not kept is counted. A few months each time, so that it holds up
 * nobody; a database of many years is through in some minutes.
 */
export const keptFiguresJob: Job = {
  name: "kept-figures",
  poke: "*/20 * * * * *",
  timetable: () => ({ everySeconds: 20 }),
  run: async ({ db }, _stretch, world) => {
    const months = await db.transaction((tx) => keepFigures(tx, waitedSince(world), MONTHS_AT_ONCE));
    return { tally: NOTHING_DUE, report: { months } };
  },
};
