import { type Span, spanHolds } from "./attendance/attendance-facts.ts";
import { addDays, type Day } from "./day.ts";
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

/**
 * The mandate under which something is filed that lasted from one day to another: that of the first day, provided that
 * somebody was in office throughout. Null where there is a day without.
 */
export function heldThroughout(mandates: readonly Mandate[], from: Day, to: Day): Mandate | null {
  // Between these days nothing about an office changes, so that no length of time costs more.
  const turns = mandates.flatMap((one) => [one, ...one.suspensions]).flatMap(turnsOf);
  const days = [from, to, ...turns.filter((day) => day > from && day < to)];
  return days.every((day) => mandateOn(mandates, day) !== null) ? mandateOn(mandates, from) : null;
}

const turnsOf = ({ from, to }: Span): readonly Day[] => (to === null ? [from] : [from, addDays(to, 1)]);

/** The mandate somebody acts with on a day: the district's before the township's. */
export function mandateOn(mandates: readonly Mandate[], day: Day): Mandate | null {
  const held = mandates.filter((one) => isInOffice(one, day));
  return held.find((one) => one.level === "district") ?? held[0] ?? null;
}
