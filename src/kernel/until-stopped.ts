/**
 * Waits for some work, or no longer than until the signal comes: what it would have brought is then nobody's. The work
 * itself goes on, and must be such that it may be cut off anywhere.
 */
export function untilStopped(stop: AbortSignal, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => resolve();
    if (stop.aborted) end();
    stop.addEventListener("abort", end, { once: true });
    work.then(end, reject).finally(() => stop.removeEventListener("abort", end));
  });
}
