import { spanHolds } from "./attendance/attendance-facts.ts";
import type { Day } from "./day.ts";
import type { Mandate } from "./person.ts";

/**
 * Whether a mandate is exercised on a day: it runs then and does not rest. What became of it later changes nothing
 * about the days before (Deputies Law art. 61: suspension; art. 62: end of the mandate).
 */
export function isInOffice(mandate: Mandate, day: Day): boolean {
  const { status, from, to, suspensions } = mandate;
  // A mandate that is over without a known last day is over on every day.
  const isOpenEnded = to === null && status !== "active";
  return !isOpenEnded && spanHolds({ from, to }, day) && !suspensions.some((one) => spanHolds(one, day));
}

/** The mandate somebody acts with on a day: the district's before the township's. */
export function mandateOn(mandates: readonly Mandate[], day: Day): Mandate | null {
  const held = mandates.filter((one) => isInOffice(one, day));
  return held.find((one) => one.level === "district") ?? held[0] ?? null;
}
