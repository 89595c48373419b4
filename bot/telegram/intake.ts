import type { Update } from "grammy/types";
import { Fault } from "#src/kernel/fault.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Take } from "./take.ts";
import { createTroubles, type Troubles } from "./troubles.ts";

/** What of the updates that were fetched is taken in, under way, or waits for another try. */
export type Intake = {
  /** Begins to take in what is neither taken nor under way nor told to wait. */
  readonly offer: (updates: readonly Update[]) => void;
  /** Confirms exactly the run of updates that were taken in without a gap. */
  readonly offset: () => number;
  /** Resolves when nothing of what was offered is under way any more. */
  readonly settled: () => Promise<void>;
};

type IntakeParts = { readonly take: Take; readonly random: () => number; readonly log: Log };

/** Telegram shows no more that wait: what is said after so many is not to be heard before the first of them is taken. */
const WINDOW = 100;
/** What has taken longer is slow. */
const SLOW_MS = 2_000;

/**
 * Makes what takes updates in: side by side for different people, in order for one person. What is slow or fails holds
 * up its own person and nobody else. What can never be stored is passed over in the end, loudly; a file that is slow
 * or cannot be kept is left where it stands in the way of what Telegram has not shown yet, and its sender is told.
 */
export function createIntake(parts: IntakeParts, signal: AbortSignal): Intake {
  const line = createLine();
  const underWay = new Map<number, Promise<void>>();
  const waitsUntil = new Map<number, number>();
  const troubles = createTroubles(parts.random);

  const slow = createStopwatch();
  let isFull = false;
  const isInTheWay = (id: number): boolean => isFull && id === line.offset();
  const takeOne = createTakeOne(parts, signal, { troubles, slow, isInTheWay });

  const mustWait = (person: number, [first]: readonly Update[]): boolean =>
    (waitsUntil.get(person) ?? 0) > performance.now() &&
    !(first !== undefined && isInTheWay(first.update_id) && troubles.isOfFile(first.update_id));

  const work = async (person: number, run: readonly Update[]): Promise<void> => {
    for (const update of run) {
      const { update_id: id } = update;
      if (signal.aborted) return;
      try {
        await takeOne(update);
      } catch (error) {
        if (signal.aborted) return;
        parts.log.warn("telegram.not-taken", { updateId: id, ...errorFacts(error) });
        waitsUntil.set(person, performance.now() + troubles.failed(id, error));
        return;
      }
      line.pass(id);
      troubles.taken(id);
    }
    waitsUntil.delete(person);
  };

  return {
    offer: (updates) => {
      const fresh = line.show(updates, underWay.size === 0);
      isFull = updates.length >= WINDOW;
      if (isFull) slow.hurry(line.offset(), SLOW_MS);
      for (const [person, run] of Map.groupBy(fresh, personOf)) {
        if (underWay.has(person) || mustWait(person, run)) continue;
        const done = work(person, run).finally(() => underWay.delete(person));
        underWay.set(person, done);
      }
    },
    offset: line.offset,
    settled: async () => void (await Promise.all(underWay.values())),
  };
}

type Standing = {
  readonly troubles: Troubles;
  readonly slow: ReturnType<typeof createStopwatch>;
  readonly isInTheWay: (id: number) => boolean;
};

function createTakeOne(parts: IntakeParts, signal: AbortSignal, { troubles, slow, isInTheWay }: Standing) {
  const takeWhole = async (update: Update): Promise<void> => {
    const { update_id: id } = update;
    const hurry = slow.begin(id);
    try {
      await parts.take(update, AbortSignal.any([signal, hurry]));
    } catch (error) {
      if (signal.aborted || !hurry.aborted) throw error;
      parts.log.warn("telegram.file-left", { updateId: id });
      await parts.take(update, signal, "fileless");
    } finally {
      slow.end(id);
    }
  };

  const passOver = async (update: Update, error: unknown): Promise<void> => {
    const { update_id: id } = update;
    if (signal.aborted || error instanceof Fault) throw error;
    parts.log.error("telegram.passed-over", { updateId: id, ...errorFacts(error) });
    // What stands for it can be stored, as a rule; where not even that can, the others must be heard all the same.
    await parts.take(update, signal, "unread").catch((again: unknown) => {
      if (!troubles.isLost(id)) throw again;
    });
  };

  return async (update: Update): Promise<void> => {
    const { update_id: id } = update;
    if (troubles.isOfFile(id) && isInTheWay(id)) return parts.take(update, signal, "fileless");
    if (!troubles.isHopeless(id)) return takeWhole(update);
    // Once more whole: what was wrong with it may have been over long ago.
    return takeWhole(update).catch((error: unknown) => passOver(update, error));
  };
}

const personOf = (update: Update): number =>
  update.message?.from?.id ?? update.edited_message?.from?.id ?? update.callback_query?.from.id ?? 0;

// The updates as they stand in line at Telegram, and how far the line is taken in without a gap.
function createLine() {
  const open = new Set<number>();
  const taken = new Set<number>();
  let next = 0;
  const advance = (): void => {
    next = Math.max(next, open.size > 0 ? Math.min(...open) : Math.max(-1, ...taken) + 1);
    for (const id of taken) if (id < next) taken.delete(id);
  };
  return {
    offset: () => next,
    pass: (id: number): void => {
      open.delete(id);
      taken.add(id);
      advance();
    },
    /** What of a fetched batch is still to be taken in; `calm` while nothing is under way. */
    show: (updates: readonly Update[], calm: boolean): readonly Update[] => {
      const first = Math.min(...updates.map((one) => one.update_id));
      // After a quiet week Telegram begins its numbers anew, at random: what it shows is what it has.
      if (first < next) {
        next = first;
        taken.clear();
      }
      // What waits for another try and is not shown again is not Telegram's to give any more.
      if (calm) open.clear();
      const fresh = updates.filter(({ update_id: id }) => !taken.has(id));
      for (const { update_id: id } of fresh) open.add(id);
      advance();
      return fresh;
    },
  };
}

// What is under way, since when, and how to call it off.
function createStopwatch() {
  const running = new Map<number, { readonly since: number; readonly hurry: AbortController }>();
  return {
    begin: (id: number): AbortSignal => {
      const hurry = new AbortController();
      running.set(id, { since: performance.now(), hurry });
      return hurry.signal;
    },
    end: (id: number): void => void running.delete(id),
    hurry: (id: number, ms: number): void => {
      const one = running.get(id);
      if (one !== undefined && performance.now() - one.since >= ms) one.hurry.abort();
    },
  };
}
