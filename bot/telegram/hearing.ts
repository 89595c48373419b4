/** What is known of how well this process hears a bot. */
export type HeardLately = {
  /** Since Telegram last answered that it tells this process, or all of them, what is said; in milliseconds. */
  readonly silentMs: number;
  /** What Telegram says it has not been able to deliver; 0 where that is fetched. */
  readonly pending: number;
  /** How often, when it was asked, it had failed to deliver since; counted from the start of the process. */
  readonly failures: number;
};

/** Keeps what is known; it begins when somebody listens, and ends when nobody here does any more. */
export type Hearing = {
  readonly begin: () => void;
  readonly well: () => void;
  readonly waits: (pending: number) => void;
  readonly failed: () => void;
  readonly end: () => void;
  /** Null where another process listens, or none does. */
  readonly now: () => HeardLately | null;
};

/** A deaf bot makes no noise: this is what an alarm is built on. */
export function createHearing(): Hearing {
  let since: number | null = null;
  let pending = 0;
  let failures = 0;
  const well = (): void => {
    since = performance.now();
  };
  return {
    begin: well,
    well,
    waits: (count) => {
      pending = count;
    },
    failed: () => {
      failures += 1;
    },
    end: () => {
      since = null;
      pending = 0;
    },
    now: () => (since === null ? null : { silentMs: performance.now() - since, pending, failures }),
  };
}
