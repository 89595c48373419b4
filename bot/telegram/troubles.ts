import { backoffMs } from "#src/kernel/backoff.ts";
import { Fault } from "#src/kernel/fault.ts";

/** How the taking in of updates goes wrong: how long to wait for each, and which can never be stored. */
export type Troubles = {
  /** `isStored` is false of what was lost: that proves nothing of the database. */
  readonly taken: (id: number, isStored: boolean) => void;
  /**
   * Notes a failure; how long to wait for the next try, in milliseconds. Where it is `alone`, because nothing else is
   * shown before it is taken, only its sender's own words can show whether anything can be stored.
   */
  readonly failed: (id: number, error: unknown, alone: boolean) => Setback;
  /** Whether it is the update that cannot be stored as it is, and not the database: others were stored meanwhile. */
  readonly failsWhole: (id: number) => boolean;
  /**
   * Whether it is its file that could not be fetched or kept, twice, or once with a long wait asked for: all else that
   * is away is so for everybody.
   */
  readonly isOfFile: (id: number) => boolean;
  /**
   * Whether not even what stands for it can be: another was stored since it failed last. Where it is `alone`, because
   * nothing else is shown before it is taken, none can be.
   */
  readonly failsAtAll: (id: number, alone: boolean) => boolean;
};

/** A failure, and what its sender hears of it. */
export type Setback = {
  readonly waitMs: number;
  /** What its sender says after it goes before it. */
  readonly isPassed: boolean;
};

const LONGEST_PAUSE_MS = 30_000;
/** So often others were stored and this one was not. */
const MOST_STRIKES = 3;
const MOST_FILE_FAILURES = 2;
/** Who asks for no longer a wait may have the file once more. */
const LONGEST_FILE_WAIT_MS = 2_000;
/** What a person says does not wait longer for a file that he sent before it. */
const FILE_PATIENCE_MS = 5_000;

type Trouble = { times: number; strikes: number; ofFile: number; takenBefore: number; takenAtLast: number };

/** Keeps account of failures. `random` is in [0, 1). */
export function createTroubles(random: () => number): Troubles {
  const troubles = new Map<number, Trouble>();
  let takenSoFar = 0;
  const strikes = (id: number): number => troubles.get(id)?.strikes ?? 0;

  return {
    taken: (id, isStored) => {
      troubles.delete(id);
      if (isStored) takenSoFar += 1;
    },
    failed: (id, error, alone) => {
      const trouble = troubles.get(id) ?? newTrouble(takenSoFar);
      troubles.set(id, trouble);
      trouble.takenAtLast = takenSoFar;
      trouble.times += 1;
      // A fault is the network's or the database's and has an end of its own: what was stored before proves nothing.
      if (error instanceof Fault) trouble.takenBefore = takenSoFar;
      else if (takenSoFar > trouble.takenBefore) trouble.strikes += 1;
      const asked = error instanceof Fault ? error.retryAfterMs : undefined;
      const waitMs = asked ?? Math.min(LONGEST_PAUSE_MS, backoffMs(trouble.times, random()));
      if (!(error instanceof Fault)) return { waitMs, isPassed: alone };
      if (error.code === "database.unreachable") return { waitMs, isPassed: false };
      trouble.ofFile += (asked ?? 0) > LONGEST_FILE_WAIT_MS ? MOST_FILE_FAILURES : 1;
      return { waitMs, isPassed: waitMs > FILE_PATIENCE_MS };
    },
    failsWhole: (id) => strikes(id) >= MOST_STRIKES,
    isOfFile: (id) => (troubles.get(id)?.ofFile ?? 0) >= MOST_FILE_FAILURES,
    failsAtAll: (id, alone) =>
      strikes(id) >= 2 * MOST_STRIKES &&
      (alone || takenSoFar > (troubles.get(id)?.takenAtLast ?? takenSoFar)),
  };
}

const newTrouble = (taken: number): Trouble => ({
  times: 0,
  strikes: 0,
  ofFile: 0,
  takenBefore: taken,
  takenAtLast: taken,
});
