import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { endSessionsOver, type Over } from "#db/queries/sessions.ts";

const BATCH = 2_000;

/**
 * Ends web sessions that are over, a batch at a time, and unties who was bound there, so that nobody is written to in
 * vain: news goes where he still reads. `inOne` runs each batch in a transaction: in one of its own, or all in the same. Returns how many there were.
 */
export async function endLogins(
  inOne: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  now: Date,
  over: Over,
): Promise<number> {
  let sessions = 0;
  for (;;) {
    const ended = await inOne((tx) => endBatch(tx, now, over));
    sessions += ended;
    if (ended < BATCH) return sessions;
  }
}

async function endBatch(tx: Tx, now: Date, over: Over): Promise<number> {
  const { ended, people } = await endSessionsOver(tx, now, over, BATCH);
  const line = { at: now, actorId: null, action: "account.unbind", subject: "person" };
  await insertAudit(
    tx,
    people.map((subjectId) => ({ ...line, subjectId })),
  );
  return ended;
}
