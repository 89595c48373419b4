import type { Sql } from "postgres";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { createEar } from "./ear.ts";

/** What processes tell each other about: never data, only that there is something to look at. */
export type Topic = "inbox" | "outbox" | "web" | "reading" | "tasks";

/** Wake-up calls within this process and to the others. */
export type Signals = {
  readonly on: (topic: Topic, wake: () => void) => void;
  /** Wakes this process at once, and others within a few milliseconds. */
  readonly tell: (topic: Topic) => void;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** What wake-up calls go over. */
export type SignalParts = {
  /** Calls out. */
  readonly wire: Sql;
  /** Opens a fresh client to hear on. */
  readonly listener: () => Sql;
  readonly log: Log;
  readonly pulseMs?: number;
};

const GATHER_MS = 5;

const channelOf = (topic: Topic): string => `lvzhi_${topic}`;

/**
 * Wake-up calls over NOTIFY: sent after commit, gathered over a few milliseconds. A lost one costs at most the
 * pumps' own second of polling.
 */
export function createSignals({ wire, listener, log, ...options }: SignalParts): Signals {
  const heard = new Map<string, () => void>();
  const gathered = new Map<Topic, NodeJS.Timeout>();
  const call = (channel: string): Promise<unknown> => wire.notify(channel, "");
  const ear = createEar({ listener, call, heard, log, ...options });

  const callOut = (topic: Topic): void => {
    gathered.delete(topic);
    call(channelOf(topic)).catch((error: unknown) => log.warn("signals.lost", errorFacts(error)));
  };

  return {
    on: (topic, wake) => {
      const before = heard.get(channelOf(topic));
      heard.set(channelOf(topic), () => {
        before?.();
        wake();
      });
    },
    tell: (topic) => {
      heard.get(channelOf(topic))?.();
      if (!gathered.has(topic))
        gathered.set(
          topic,
          setTimeout(() => callOut(topic), GATHER_MS),
        );
    },
    start: ear.start,
    stop: async () => {
      for (const timer of gathered.values()) clearTimeout(timer);
      await ear.stop();
    },
  };
}
