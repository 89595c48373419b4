import type { Span } from "../attendance/attendance-facts.ts";
import type { Day } from "../day.ts";
import type { PlannedMandate, PlannedRest } from "./roster-plan.ts";

/** A seat of a deputy with the suspensions that are on file and that the file changes. */
export type RestingSeat = {
  readonly mandate: PlannedMandate;
  readonly known: readonly Span[];
  readonly planned: readonly PlannedRest[];
  /** The first day that its row names; null where it says nothing. */
  readonly said: Day | null;
  /** Whether the file says of the suspension that goes on in it, here or at the seat before. */
  readonly isTold: boolean;
  /** The row where something is said of it, or else of a seat before. */
  readonly row: number | null;
};

/** The suspensions of a seat as they will be. */
export function restsOf({ known, planned }: RestingSeat): readonly Span[] {
  const changed = new Set(planned.map(({ from }) => from));
  const stay = planned.filter(({ change }) => change !== "gone");
  return [...known.filter(({ from }) => !changed.has(from)), ...stay.map(({ from, to }) => ({ from, to }))];
}
