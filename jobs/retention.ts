import { eraseExpired } from "#db/queries/retention.ts";
import { NOTHING_DUE } from "#src/domain/tally.ts";
import { EVERY_MINUTE, type Job } from "./job.ts";

/** Erases, every night, what has been kept long enough (policy: retention), and reports how much of each class. */
export const retentionJob: Job = {
  name: "retention",
  poke: EVERY_MINUTE,
  timetable: () => ({ at: "03:10", usableHours: 24 }),
  run: async ({ db, policy, log }, _stretch, world) => {
    const report = await db.transaction((tx) => eraseExpired(tx, policy.retention, world.now));
    log.info("retention.erased", report);
    return { tally: NOTHING_DUE, report };
  },
};
