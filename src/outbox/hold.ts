import { LEASE_SECONDS } from "#db/queries/lease-seconds.ts";

/** A message that is held while its call is under way. Times are milliseconds that only rise. */
export type Hold = {
  /** Ends with the lease: from then on another process may send the message. */
  readonly signal: AbortSignal;
  /** Whether the lease wants to be extended at `at`. */
  readonly isDue: (at: number) => boolean;
  /** The lease was extended by a statement that was begun at `at`. */
  readonly extend: (at: number) => void;
  /** The call has ended, or the message is another's by now. */
  readonly end: () => void;
};

const LEASE_MS = LEASE_SECONDS * 1_000;
const EXTEND_AFTER_MS = 3_000;
/** No call is waited for longer, whatever its channel thinks. */
const LONGEST_MS = 10 * 60_000;

/** Holds a message whose lease was asked for at `claimedAt`. */
export function createHold(claimedAt: number): Hold {
  const over = new AbortController();
  const arm = (from: number): NodeJS.Timeout =>
    setTimeout(() => over.abort(), Math.max(0, from + LEASE_MS - performance.now())).unref();
  let heldFrom = claimedAt;
  let timer = arm(claimedAt);

  return {
    signal: over.signal,
    isDue: (at) => at - heldFrom >= EXTEND_AFTER_MS && at - claimedAt < LONGEST_MS,
    extend: (at) => {
      if (over.signal.aborted) return;
      clearTimeout(timer);
      heldFrom = at;
      timer = arm(at);
    },
    end: () => {
      clearTimeout(timer);
      over.abort();
    },
  };
}
