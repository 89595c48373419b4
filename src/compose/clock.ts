import type { Clock } from "#src/kernel/clock.ts";

/** A clock that starts at `at` and then runs as fast as the real one. */
export function startClockAt(at: Date, real: Clock): Clock {
  const shift = at.getTime() - real().getTime();
  return () => new Date(real().getTime() + shift);
}
