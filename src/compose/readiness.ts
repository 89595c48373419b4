import type { Db } from "#db/client.ts";
import { saveSetting } from "#db/queries/settings.ts";

const PATIENCE_MS = 2_000;
const FRESH_MS = 1_000;

/**
 * Whether a message could be stored now, found out by storing something: a database that only reads, or whose disk is
 * full, answers questions all the same. Asked again within a second it gives the same answer, so that nobody can make it
 * write all the time.
 */
export function createReadiness(db: Db, monotonic: () => number): () => Promise<boolean> {
  let answer: Promise<boolean> | null = null;
  let askedAt = -Infinity;
  return () => {
    if (answer === null || monotonic() - askedAt > FRESH_MS) {
      askedAt = monotonic();
      const stored = db.transaction((tx) => saveSetting(tx, "ready", String(Math.trunc(askedAt))));
      answer = inTime(stored);
    }
    return answer;
  };
}

const inTime = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), PATIENCE_MS).unref();
    }),
  ]);
