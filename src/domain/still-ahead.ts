import type { Day } from "./day.ts";
import { toLocal, toMinute } from "./local-time.ts";
import type { When } from "./when.ts";

/** When a part of the day begins at the earliest, in minutes: nobody has been visited 今天下午 by ten in the morning. */
const BEGINS: readonly (readonly [RegExp, number])[] = [
  [/中午/u, 10 * 60 + 30],
  [/下午/u, 12 * 60],
  [/傍晚/u, 16 * 60],
  [/晚/u, 17 * 60],
];
/** People round: 三点 is said a little before three. */
const ROUNDED = 15;

/** True for a time of today that is still to come: a clock as HH:MM, or a part of the day in its own word. */
export function isStillAhead(
  date: Day,
  time: string | null | undefined,
  { now, zone, today }: When,
): boolean {
  if (date !== today || time === undefined || time === null) return false;
  const begins = /^\d\d:\d\d$/u.test(time)
    ? toMinute(time)
    : BEGINS.find(([pattern]) => pattern.test(time))?.[1];
  return begins !== undefined && begins > toLocal(now, zone).minute + ROUNDED;
}
