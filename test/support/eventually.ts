import { setTimeout as sleep } from "node:timers/promises";

/** Tries again until it holds; what was wrong last comes out when it never does. */
export async function eventually(holds: () => void | Promise<void>, withinMs = 4_000): Promise<void> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      await holds();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(10);
    }
  }
}
