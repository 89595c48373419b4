import type { Update } from "grammy/types";
import { Fault } from "#src/kernel/fault.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Stopwatch } from "./stopwatch.ts";
import type { Take } from "./take.ts";
import type { Troubles } from "./troubles.ts";

/** What decides how an update is taken in: what went wrong with it, how long it takes, and what it stands before. */
export type TakeOneParts = {
  readonly take: Take;
  readonly log: Log;
  readonly troubles: Troubles;
  readonly stopwatch: Stopwatch;
  /** What Telegram has not shown yet waits for this one. */
  readonly isInTheWay: (id: number) => boolean;
};

/**
 * Takes one update in, whole where that can be: without its file, where that is slow or cannot be kept and
 * hides what others say; without more than that something came, where it can never be stored. Rejects where another
 * try is to come, and resolves to whether anything was stored.
 */
export function createTakeOne(parts: TakeOneParts, signal: AbortSignal) {
  const { troubles, stopwatch, isInTheWay } = parts;
  const takeWhole = async (update: Update): Promise<void> => {
    const { update_id: id } = update;
    const calledOff = stopwatch.begin(id);
    try {
      await parts.take.whole(update, AbortSignal.any([signal, calledOff]));
    } catch (error) {
      if (signal.aborted || !calledOff.aborted) throw error;
      parts.log.warn("telegram.file-left", { updateId: id });
      await parts.take.fileless(update, signal);
    } finally {
      stopwatch.end(id);
    }
  };

  const passOver = async (update: Update, error: unknown): Promise<boolean> => {
    const { update_id: id } = update;
    if (signal.aborted || error instanceof Fault) throw error;
    parts.log.error("telegram.passed-over", { updateId: id, ...errorFacts(error) });
    // What stands for it can be stored, as a rule; where not even that can, the others must be heard all the same.
    return parts.take.unread(update, signal).then(yes, (again: unknown) => {
      if (again instanceof Fault || !troubles.failsAtAll(id, isInTheWay(id))) throw again;
      parts.log.error("telegram.lost", { updateId: id, ...errorFacts(again) });
      return false;
    });
  };

  return async (update: Update): Promise<boolean> => {
    const { update_id: id } = update;
    if (troubles.isOfFile(id) && isInTheWay(id)) return parts.take.fileless(update, signal).then(yes);
    if (!troubles.failsWhole(id)) return takeWhole(update).then(yes);
    // Once more whole: what was wrong with it may have been over long ago.
    return takeWhole(update).then(yes, (error: unknown) => passOver(update, error));
  };
}

const yes = (): true => true;
