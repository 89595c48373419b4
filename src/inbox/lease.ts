import type { Db } from "#db/client.ts";
import { type ClaimedMessage, extendLeases } from "#db/queries/inbox.ts";
import { LEASE_SECONDS } from "#db/queries/lease-seconds.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";

const BEAT_MS = (LEASE_SECONDS * 1_000) / 4;

/**
 * Does something with claimed messages and keeps their leases alive meanwhile, four beats to a lease. What is done
 * with already, or belongs to somebody else by now, is left alone.
 */
export async function underLease<T>(
  { db, log }: { readonly db: Db; readonly log: Log },
  messages: readonly ClaimedMessage[],
  work: () => Promise<T>,
  beatMs = BEAT_MS,
): Promise<T> {
  const beat = setInterval(() => {
    db.transaction((tx) => extendLeases(tx, messages)).catch((error: unknown) =>
      log.warn("inbox.heartbeat-failed", errorFacts(error)),
    );
  }, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
