import { toDayNumber } from "#src/domain/day.ts";
import type { FoundDate } from "./dates/found.ts";

/** True for days of which each is the neighbour of the one before, or the same. */
export const isStretch = (days: readonly FoundDate[]): boolean =>
  days.every((one, nth) => {
    const next = days[nth + 1];
    return next === undefined || Math.abs(toDayNumber(next.start) - toDayNumber(one.start)) <= 1;
  });
