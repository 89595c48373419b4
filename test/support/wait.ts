import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something has come true, at most five seconds. */
export async function waitUntil(isTrue: () => boolean): Promise<void> {
  const until = performance.now() + 5_000;
  while (!isTrue()) {
    if (performance.now() > until) throw new Error("it did not come true within five seconds");
    await sleep(5);
  }
}
