import type { Pace } from "#src/message/channel.ts";
import type { Address } from "#src/message/address.ts";
import { createCalm, type PastCalls } from "./calm.ts";

/** How fast one channel may be written to from this process. Time is handed in, in milliseconds that only rise. */
export type Pacer = {
  /** How many messages may go out at `at`. */
  readonly allowance: (at: number) => number;
  /** Whether what nobody asked for may be among them. */
  readonly allowsNews: (at: number) => boolean;
  /** Conversations that must not be written to at `at`. */
  readonly resting: (at: number) => readonly Address[];
  /** A message goes out now. */
  readonly begin: (conversation: Address, at: number) => void;
  /** The call is over; `slowed` when the network asked to be left alone for a while, `made` where anything left for it. */
  readonly end: (conversation: Address, at: number, call?: EndedCall) => void;
  /** What was made in the last hour by whatever process, oldest first. */
  readonly recall: (calls: readonly PastCalls[]) => void;
  /** When to look again; null when nothing is held back at `at`. */
  readonly next: (at: number) => number | null;
};

type EndedCall = { readonly slowed?: boolean; readonly made?: boolean };

const SECOND = 1_000;
/** A network that has not answered by then has had the message for a second. */
const HAD_BY_NOW = 2 * SECOND;
/** So often a network is asked again just when it said; after that the pauses grow, up to the longest. */
const EXACT_TIMES = 3;
const LONGEST_REST = 60 * SECOND;

type Call = { readonly conversation: Address; freeAt: number };

/**
 * Keeps a channel below its network's limits: at most `perSecond` messages in any second, and in one conversation
 * none sooner than `conversationMs` (plus up to `jitterMs`, so that it does not look like a machine) after the last.
 * Both are counted from the network's answer: when a message arrives there, between the call and the answer, only the
 * network knows. Conversations that are told to slow down again and again rest longer and longer, so that asking for
 * them does not use up what the others need. Where the whole channel is to be calm, its gaps and its hour are kept as
 * well. A channel without a pace is never held back otherwise.
 */
export function createPacer(pace: Pace | undefined, random: () => number): Pacer {
  const { perSecond = Infinity, conversationMs = 0, jitterMs = 0 } = pace ?? {};
  let recent: Call[] = [];
  const restsUntil = new Map<Address, number>();
  const restAfter = createPatience();
  const calm = createCalm(pace ?? {}, random);

  const forget = (at: number): void => {
    recent = recent.filter((one) => one.freeAt > at);
    for (const [conversation, until] of restsUntil) if (until <= at) restsUntil.delete(conversation);
  };
  const rest = (conversation: Address, at: number, ms: number): void => {
    if (ms > 0) restsUntil.set(conversation, Math.max(at + ms, restsUntil.get(conversation) ?? 0));
  };
  const free = (conversation: Address, at: number): void => {
    const call = recent.findLast((one) => one.conversation === conversation);
    if (call !== undefined) call.freeAt = Math.min(call.freeAt, at + SECOND);
  };

  return {
    allowance: (at) => {
      forget(at);
      return Math.max(0, Math.min(perSecond - recent.length, calm.allowance(at)));
    },
    allowsNews: calm.allowsNews,
    resting: (at) => {
      forget(at);
      return [...restsUntil.keys()];
    },
    begin: (conversation, at) => {
      if (perSecond < Infinity) recent.push({ conversation, freeAt: at + HAD_BY_NOW });
      rest(conversation, at, conversationMs);
      calm.begin(at);
    },
    end: (conversation, at, { slowed = false, made = true } = {}) => {
      free(conversation, at);
      calm.end(at, made);
      rest(conversation, at, Math.max(conversationMs + random() * jitterMs, restAfter(conversation, slowed)));
    },
    recall: calm.recall,
    next: (at) => {
      forget(at);
      const full = recent.length >= perSecond ? recent.map((one) => one.freeAt) : [];
      const waits = [...full, ...restsUntil.values(), ...calm.waits(at)];
      return waits.length === 0 ? null : Math.min(...waits);
    },
  };
}

// How long a conversation rests that was told to slow down, in milliseconds.
function createPatience(): (conversation: Address, slowed: boolean) => number {
  const slowedTimes = new Map<Address, number>();
  return (conversation, slowed) => {
    const times = slowed ? (slowedTimes.get(conversation) ?? 0) + 1 : 0;
    if (times === 0) slowedTimes.delete(conversation);
    else slowedTimes.set(conversation, times);
    return times <= EXACT_TIMES ? 0 : Math.min(LONGEST_REST, SECOND * 2 ** (times - EXACT_TIMES));
  };
}
