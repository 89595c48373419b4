import type { FoundDate } from "./dates/found.ts";

/** True where each day comes after the one named before it: in 昨天和前天都去了,前一天3户 it does not, and whose 3户 are is not sure. */
export const isInOrder = (days: readonly FoundDate[]): boolean =>
  days.every((one, nth) => nth === 0 || (days[nth - 1]?.start ?? one.start) < one.start);
