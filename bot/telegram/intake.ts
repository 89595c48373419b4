import type { Update } from "grammy/types";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { createLine } from "./line.ts";
import { createStopwatch } from "./stopwatch.ts";
import { createTakeOne } from "./take-one.ts";
import type { Take } from "./take.ts";
import { createTroubles, type Setback } from "./troubles.ts";

/** What of the updates that were fetched is taken in, under way, or waits for another try. */
export type Intake = {
  /** Begins to take in what, of a batch fetched from `asked` on, is neither taken nor under way nor told to wait. */
  readonly offer: (updates: readonly Update[], asked: number) => void;
  /** Confirms exactly the run of updates that were taken in without a gap. */
  readonly offset: () => number;
  /** Resolves when nothing of what was offered is under way any more. */
  readonly settled: () => Promise<void>;
};

type IntakeParts = { readonly take: Take; readonly random: () => number; readonly log: Log };

/** Telegram shows no more that wait: what is said after so many is heard only once the first of them is taken. */
const WINDOW = 100;
/** What has taken longer is slow. */
const SLOW_MS = 2_000;

/**
 * Takes updates in: side by side for different people, in order for one person. What is slow or fails holds up its own
 * person and nobody else, and him only for seconds where it is a file. What can never be stored is passed over in the
 * end, loudly; a file that is slow or cannot be kept is left where it stands in the way of what Telegram has not shown
 * yet, and its sender is told.
 */
export function createIntake(parts: IntakeParts, signal: AbortSignal): Intake {
  const line = createLine();
  const underWay = new Map<number, Promise<void>>();
  const waits = new Map<number, ReturnType<typeof fromNow>>();
  const troubles = createTroubles(parts.random);
  const stopwatch = createStopwatch();
  let isFull = false;
  const isInTheWay = (id: number): boolean => isFull && id === line.offset();
  const takeOne = createTakeOne({ ...parts, troubles, stopwatch, isInTheWay }, signal);

  const mustWait = (id: number): boolean =>
    (waits.get(id)?.until ?? 0) > performance.now() && !(isInTheWay(id) && troubles.isOfFile(id));

  const attempt = async (update: Update): Promise<void> => {
    const { update_id: id } = update;
    try {
      const isStored = await takeOne(update);
      waits.delete(id);
      line.pass(id);
      troubles.taken(id, isStored);
    } catch (error) {
      if (signal.aborted) return;
      parts.log.warn("telegram.not-taken", { updateId: id, ...errorFacts(error) });
      waits.set(id, fromNow(troubles.failed(id, error, isInTheWay(id))));
    }
  };
  const work = async (run: readonly Update[]): Promise<void> => {
    for (const update of run) {
      if (run.some((one) => waits.has(one.update_id) && isChangeOf(update, one))) continue;
      if (!mustWait(update.update_id)) await attempt(update);
      if (signal.aborted || waits.get(update.update_id)?.isPassed === false) return;
    }
  };

  return {
    offer: (updates, asked) => {
      const fresh = line.show(updates, asked, underWay.size === 0);
      for (const id of waits.keys()) if (id < line.offset()) waits.delete(id);
      isFull = updates.length >= WINDOW;
      if (isFull) stopwatch.callOff(line.offset(), SLOW_MS);
      for (const [person, run] of Map.groupBy(fresh, personOf)) {
        if (underWay.has(person)) continue;
        const done = work(run).finally(() => underWay.delete(person));
        underWay.set(person, done);
      }
    },
    offset: line.offset,
    settled: async () => void (await Promise.all(underWay.values())),
  };
}

const fromNow = (setback: Setback) => ({ ...setback, until: performance.now() + setback.waitMs });

// Words that were changed come after the words that they change, however long those wait for their file.
const isChangeOf = ({ edited_message: changed, update_id: id }: Update, one: Update): boolean =>
  changed !== undefined &&
  one.update_id < id &&
  changed.message_id === (one.message ?? one.edited_message)?.message_id;

const personOf = (update: Update): number =>
  update.message?.from?.id ?? update.edited_message?.from?.id ?? update.callback_query?.from.id ?? 0;
