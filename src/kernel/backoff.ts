/**
 * Milliseconds to wait before try number `attempt + 1`: doubles from one second to ten minutes, with up to a
 * quarter of jitter so that many failures do not come back at once. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number): number {
  const base = Math.min(600_000, 1000 * 2 ** Math.max(0, attempt - 1));
  return Math.round(base * (1 + random / 4));
}
