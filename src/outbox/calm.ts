import type { Pace } from "#src/message/channel.ts";

/** What keeps a whole channel calm. Time is handed in, in milliseconds that only rise. */
export type Calm = {
  /** How many calls may begin at `at`. */
  readonly allowance: (at: number) => number;
  /** Whether they may be for what nobody asked for: the last ones of the hour are kept for answers. */
  readonly allowsNews: (at: number) => boolean;
  readonly begin: (at: number) => void;
  /** A call is over; `made` where something left for the network. */
  readonly end: (at: number, made?: boolean) => void;
  /** What this or another process did in the last hour, oldest first, in place of all that is known. */
  readonly recall: (calls: readonly PastCalls[]) => void;
  /** Instants at which more may be allowed than at `at`. */
  readonly waits: (at: number) => readonly number[];
};

/** Calls that were made at about one instant. */
export type PastCalls = { readonly at: number; readonly count: number };

const HOUR = 3_600_000;
/** Of the calls of an hour this part may come at once; the others are spread over it. */
const AT_ONCE = 1 / 4;
/** Of those that may come at once this part is kept for answers. */
const FOR_ANSWERS = 1 / 3;

/** A call without an answer holds up the others for so long and the gap: one in which somebody hesitates is shorter. */
const UNANSWERED = 4_000;

/**
 * Keeps `gapMs` and up to `jitterMs` between the calls of a channel, counted from the answer of each, or from when it
 * can be taken to have none; and `perHour` in any hour, of which a quarter may come at once.
 */
export function createCalm(
  { gapMs = 0, jitterMs = 0, perHour = Infinity }: Pace,
  random: () => number,
): Calm {
  const most = perHour * AT_ONCE;
  const perMs = (perHour - most) / HOUR;
  const reserve = Math.floor(most * FOR_ANSWERS);
  const isCapped = perHour < Infinity;
  let purse = { left: most, at: -Infinity };
  let freeAt = -Infinity;
  let underWay = 0;

  const left = (at: number): number =>
    isCapped ? Math.min(most, purse.left + Math.max(0, at - purse.at) * perMs) : Infinity;
  const pay = (count: number, at: number): void => {
    if (isCapped) purse = { left: left(at) - count, at: Math.max(at, purse.at) };
  };
  const restedBy = (at: number): number => (gapMs > 0 ? at + gapMs + random() * jitterMs : -Infinity);
  // Until a whole call is left, and until one is left for news.
  const refills = (at: number): number[] =>
    [1, reserve + 1]
      .filter((wanted) => left(at) < wanted)
      .map((wanted) => at + Math.ceil((wanted - left(at)) / perMs));

  return {
    allowance: (at) =>
      at < freeAt ? 0 : Math.min(Math.max(0, Math.floor(left(at))), gapMs > 0 ? 1 : Infinity),
    allowsNews: (at) => left(at) >= reserve + 1,
    begin: (at) => {
      pay(1, at);
      underWay += 1;
      freeAt = restedBy(at + UNANSWERED);
    },
    end: (at, made = true) => {
      if (!made) pay(-1, at);
      underWay -= 1;
      freeAt = underWay === 0 ? restedBy(at) : Math.max(freeAt, restedBy(at));
    },
    recall: (calls) => {
      purse = { left: most, at: -Infinity };
      for (const { at, count } of calls) pay(count, at);
    },
    waits: (at) => [...(at < freeAt ? [freeAt] : []), ...(isCapped ? refills(at) : [])],
  };
}
