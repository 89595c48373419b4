import { eraseBatch } from "#db/queries/retention.ts";
import type { Db } from "#db/client.ts";
import { endLogins } from "#src/actions/accounts/end-logins.ts";
import { daysBefore } from "#src/domain/ago.ts";
import { ERASURES, type Erasure } from "#src/domain/retention.ts";
import type { World } from "#src/domain/rules.ts";
import { sessionRules } from "#src/domain/session-rules.ts";
import { NOTHING_DUE } from "#src/domain/tally.ts";
import { EVERY_MINUTE, type Job } from "./job.ts";

const BATCH = 2_000;

/**
 * Erases, every night, what has been kept long enough (policy: retention), a batch at a time so that nobody waits for
 * it, and reports how much of each class. Cut short, it goes on where it was.
 */
export const retentionJob: Job = {
  name: "retention",
  poke: EVERY_MINUTE,
  timetable: () => ({ at: "03:10", usableHours: 24 }),
  run: async ({ db, log }, _stretch, world) => {
    const report: Record<string, number> = { left_sessions: await leaveSessions(db, world) };
    for (const erasure of Object.keys(ERASURES) as Erasure[])
      report[erasure] = await erase(db, erasure, world);
    log.info("retention.erased", report);
    return { tally: NOTHING_DUE, report };
  },
};

async function erase(db: Db, erasure: Erasure, { now, policy }: World): Promise<number> {
  const before = daysBefore(now, policy.retention[ERASURES[erasure]]);
  let rows = 0;
  let from: Date | undefined;
  for (;;) {
    const start = from;
    const batch = await db.transaction((tx) =>
      eraseBatch(tx, erasure, { before, from: start, limit: BATCH }),
    );
    rows += batch.rows;
    if (batch.rows < BATCH) return rows;
    from = batch.last;
  }
}

// Also of who needs a second factor and let the days go by in which to set one up: nobody opens them any more.
const leaveSessions = (db: Db, { now, today, policy }: World): Promise<number> =>
  endLogins((work) => db.transaction(work), now, sessionRules(policy, now, today));
