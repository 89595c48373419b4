import type { Sql } from "postgres";
import { errorFacts, type Log } from "#src/kernel/log.ts";

/** What processes tell each other about: never data, only that there is something to look at. */
export type Topic = "inbox" | "outbox" | "web";

export type Signals = {
  readonly on: (topic: Topic, wake: () => void) => void;
  /** Wakes this process at once, and others within a few milliseconds. */
  readonly tell: (topic: Topic) => void;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const GATHER_MS = 5;

/**
 * Wake-up calls over NOTIFY: sent after commit, gathered over a few milliseconds. A lost one costs at most the
 * pumps' own second of polling.
 */
export function createSignals(wire: Sql, log: Log): Signals {
  const listeners = new Map<Topic, (() => void)[]>();
  const gathered = new Map<Topic, NodeJS.Timeout>();
  const unlisten: (() => Promise<void>)[] = [];

  const wakeAll = (topic: Topic): void => {
    for (const wake of listeners.get(topic) ?? []) wake();
  };
  const notify = (topic: Topic): void => {
    gathered.delete(topic);
    wire.notify(`lvzhi_${topic}`, "").catch((error: unknown) => log.warn("signals.lost", errorFacts(error)));
  };

  return {
    on: (topic, wake) => listeners.set(topic, [...(listeners.get(topic) ?? []), wake]),
    tell: (topic) => {
      wakeAll(topic);
      if (!gathered.has(topic))
        gathered.set(
          topic,
          setTimeout(() => notify(topic), GATHER_MS),
        );
    },
    start: async () => {
      for (const topic of listeners.keys()) {
        const listening = await wire.listen(`lvzhi_${topic}`, () => wakeAll(topic));
        unlisten.push(() => listening.unlisten());
      }
    },
    stop: async () => {
      for (const timer of gathered.values()) clearTimeout(timer);
      await Promise.allSettled(unlisten.map((end) => end()));
    },
  };
}
