/** What is under way, since when, and how to call it off. */
export type Stopwatch = {
  /** Begins to count for one; the signal calls it off. */
  readonly begin: (id: number) => AbortSignal;
  readonly end: (id: number) => void;
  /** Calls one off that has been under way for so many milliseconds. */
  readonly callOff: (id: number, ms: number) => void;
};

/** A stopwatch with nothing under way. */
export function createStopwatch(): Stopwatch {
  const running = new Map<number, { readonly since: number; readonly off: AbortController }>();
  return {
    begin: (id) => {
      const off = new AbortController();
      running.set(id, { since: performance.now(), off });
      return off.signal;
    },
    end: (id) => void running.delete(id),
    callOff: (id, ms) => {
      const one = running.get(id);
      if (one !== undefined && performance.now() - one.since >= ms) one.off.abort();
    },
  };
}
