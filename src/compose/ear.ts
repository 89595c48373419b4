import type { Sql } from "postgres";
import { errorFacts, type Log } from "#src/kernel/log.ts";

/** Hears NOTIFY on some channels for as long as the process runs. */
export type Ear = { readonly start: () => Promise<void>; readonly stop: () => Promise<void> };

/** What hearing works with. */
export type EarParts = {
  /** Opens a fresh client to hear on. */
  readonly listener: () => Sql;
  /** Calls a channel, ours among them. */
  readonly call: (channel: string) => Promise<unknown>;
  /** What to do when a channel is called, and for every channel when calls may have been missed. */
  readonly heard: ReadonlyMap<string, () => void>;
  readonly log: Log;
  readonly pulseMs?: number;
};

const PULSE = "lvzhi_pulse";
const PULSE_MS = 2_000;

/**
 * The driver gives up listening when the database stays away for a moment. So this one calls itself every two
 * seconds, and opens a new connection when it did not hear that.
 */
export function createEar({ listener, call, heard, log, pulseMs = PULSE_MS }: EarParts): Ear {
  let client: Sql | null = null;
  let alive = true;
  let running = false;

  async function listen(): Promise<void> {
    void client?.end({ timeout: 0 });
    const opened = listener();
    client = opened;
    for (const [channel, wake] of heard) await opened.listen(channel, wake);
    await opened.listen(PULSE, () => {
      alive = true;
    });
  }

  async function feelPulse(): Promise<void> {
    if (!alive) {
      await listen();
      log.info("signals.listening-again");
      for (const wake of heard.values()) wake();
    }
    alive = false;
    await call(PULSE);
  }

  const next = (): void => {
    if (!running) return;
    setTimeout(() => {
      if (!running) return;
      feelPulse()
        .catch((error: unknown) => log.warn("signals.deaf", errorFacts(error)))
        .finally(next);
    }, pulseMs).unref();
  };

  return {
    start: async () => {
      running = true;
      await listen();
      next();
    },
    stop: async () => {
      running = false;
      await client?.end({ timeout: 1 });
    },
  };
}
