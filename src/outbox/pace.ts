import type { Pace } from "#src/message/channel.ts";
import type { Address } from "#src/message/address.ts";

/** How fast one channel may be written to from this process. Time is handed in, in milliseconds that only rise. */
export type Pacer = {
  /** How many messages may go out at `at`. */
  readonly allowance: (at: number) => number;
  /** Conversations that must not be written to at `at`. */
  readonly resting: (at: number) => readonly Address[];
  /** A message goes out now. */
  readonly note: (conversation: Address, at: number) => void;
  /** When to look again; null when nothing is held back at `at`. */
  readonly next: (at: number) => number | null;
};

const SECOND = 1_000;

/**
 * Keeps a channel below its network's limits: at most `perSecond` messages in any second, and in one conversation
 * none sooner than `conversationMs` (plus up to `jitterMs`, so that it does not look like a machine) after the last.
 * A channel without a pace is never held back.
 */
export function createPacer(pace: Pace | undefined, random: () => number): Pacer {
  const { perSecond = Infinity, conversationMs = 0, jitterMs = 0 } = pace ?? {};
  let recent: number[] = [];
  const restsUntil = new Map<Address, number>();

  const forget = (at: number): void => {
    recent = recent.filter((one) => one > at - SECOND);
    for (const [conversation, until] of restsUntil) if (until <= at) restsUntil.delete(conversation);
  };

  return {
    allowance: (at) => {
      forget(at);
      return Math.max(0, perSecond - recent.length);
    },
    resting: (at) => {
      forget(at);
      return [...restsUntil.keys()];
    },
    note: (conversation, at) => {
      if (perSecond < Infinity) recent.push(at);
      const rest = conversationMs + random() * jitterMs;
      if (rest > 0) restsUntil.set(conversation, at + rest);
    },
    next: (at) => {
      forget(at);
      const [oldest] = recent;
      const full = oldest !== undefined && recent.length >= perSecond ? [oldest + SECOND] : [];
      const waits = [...full, ...restsUntil.values()];
      return waits.length === 0 ? null : Math.min(...waits);
    },
  };
}
