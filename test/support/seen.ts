import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 8_000;

/** Looks again and again until there is something to see; throws when patience ends. */
export async function seen<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error("what was waited for did not come");
    await sleep(5);
  }
}
