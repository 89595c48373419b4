import { isTransient } from "#db/client.ts";
import type { Log } from "#src/kernel/log.ts";
import { errorFacts } from "#src/kernel/log.ts";

/** A loop that works until nothing is left, then sleeps until it is woken or a second has passed. */
export type Pump = {
  readonly start: () => void;
  /** There is something to do. */
  readonly wake: () => void;
  /** Finishes the round under way, and what it was woken for meanwhile where it drains; then ends. */
  readonly stop: () => Promise<void>;
};

/** What a pump does in a round, and what it does after a failed one. */
export type PumpOptions = {
  readonly name: string;
  /** Does what can be done now; how much it was. `stop` comes when the pump is to end: nothing long may be waited for then. */
  readonly round: (stop: AbortSignal) => Promise<number>;
  /** Called before the next round after a failed one: gives back what that round had claimed. */
  readonly recover: () => Promise<void>;
  readonly log: Log;
  readonly idleMs?: number;
  /** What it was woken for last is worked off as well when it is to end. */
  readonly drains?: true;
};

/** Makes a pump. A round that throws is logged, waited out (longer each time, at most two seconds) and tried again. */
export function createPump({ name, round, recover, log, idleMs = 1_000, drains }: PumpOptions): Pump {
  const ending = new AbortController();
  const { sleep, nudge } = createSleep();
  let woken = false;
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    let failures = 0;
    while (!ending.signal.aborted) {
      woken = false;
      try {
        if (failures > 0) await recover();
        const done = await round(ending.signal);
        if (done > 0) log.debug(`${name}.round`, { done });
        failures = 0;
        if (done === 0 && !woken && !ending.signal.aborted) await sleep(idleMs);
      } catch (error) {
        failures += 1;
        if (failures === 1 || !isTransient(error))
          log.warn(`${name}.round-failed`, { failures, ...errorFacts(error) });
        if (!ending.signal.aborted) await sleep(Math.min(2_000, 100 * 2 ** Math.min(failures, 5)));
      }
    }
    if (drains === true && woken && failures === 0) await lastRound();
  }

  const lastRound = (): Promise<void> =>
    round(ending.signal).then(
      () => undefined,
      (error: unknown) => log.warn(`${name}.round-failed`, { failures: 1, ...errorFacts(error) }),
    );

  return {
    start: () => {
      running = run();
    },
    wake: () => {
      woken = true;
      nudge();
    },
    stop: async () => {
      ending.abort();
      nudge();
      await running;
    },
  };
}

// Sleeps for a while, or until it is nudged.
function createSleep() {
  let wake: (() => void) | null = null;
  return {
    sleep: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    nudge: (): void => wake?.(),
  };
}
