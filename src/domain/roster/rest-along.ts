import { spanHolds, type Span } from "../attendance/attendance-facts.ts";
import type { Day } from "../day.ts";
import { type RestingSeat, restsOf } from "./rests-of.ts";
import type { PlannedRest } from "./roster-plan.ts";

/** The suspension that lasts longer than a seat with this last day. */
const reaching = (rests: readonly Span[], lastDay: Day | null): Span | undefined =>
  lastDay === null
    ? undefined
    : rests.find((one) => spanHolds(one, lastDay) && (one.to === null || one.to > lastDay));

/**
 * What follows in a seat from the suspensions of the one before it: one that is new there, or that has another end,
 * goes on here until that end, or is taken away here where it ends before; a seat that is new, or begins on another day,
 * has whatever reaches it. What a row of this seat says itself stands.
 */
export function restAlong(last: RestingSeat, { mandate, known, said }: RestingSeat): readonly PlannedRest[] {
  const { before, after } = mandate;
  if (said === after.from) return [];
  // What went on here so far; what reached this seat from the one before, as it was and as it will be.
  const mine = known.find((one) => one.from === before?.from);
  const was = reaching(last.known, last.mandate.before?.to ?? null);
  const now = reaching(restsOf(last), last.mandate.after.to);
  const isTold = (rest: Span | undefined): boolean => last.planned.some(({ from }) => from === rest?.from);
  const gone = (rest: Span): PlannedRest => ({
    ...rest,
    mandateId: mandate.id,
    change: "gone",
    isAlong: true,
  });
  // Ends before this seat by now: what followed here follows no more, but only where the file said so.
  if (now === undefined) return mine !== undefined && isTold(was) ? [gone(mine)] : [];
  const isMoved = before?.from !== after.from;
  if (!isMoved && !isTold(now)) return [];
  // On file on the new first day already, or left on the old one.
  const there = known.find((one) => one.from === after.from);
  const other = mine === undefined || mine === there ? [] : [gone(mine)];
  if (there !== undefined && there.to === now.to) return other;
  const change = there === undefined ? "new" : "changed";
  return [...other, { mandateId: mandate.id, from: after.from, to: now.to, change, isAlong: true }];
}
