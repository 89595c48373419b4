import { spanHolds, type Span } from "../attendance/attendance-facts.ts";
import type { Day } from "../day.ts";
import type { RosterFault, RosterProblem } from "./roster.ts";
import type { PlannedMandate, PlannedRest } from "./roster-plan.ts";
import { ROSTER_SHEETS } from "./roster-sheets.ts";

/** What a row says about a suspension. */
export type RestRow = {
  readonly mandate: PlannedMandate;
  readonly row: number;
  readonly suspendedFrom: Day | null;
  readonly suspendedTo: Day | null;
};

/**
 * Suspensions to add or to end. One is known by its first day. A row that says nothing of a suspension that still runs
 * does not end it by silence: its last day has to be filled in.
 */
export function planRests(rows: readonly RestRow[]): {
  readonly rests: readonly PlannedRest[];
  readonly problems: readonly RosterProblem[];
} {
  const rests: PlannedRest[] = [];
  const problems: RosterProblem[] = [];
  for (const { mandate, row, suspendedFrom: from, suspendedTo: to } of rows) {
    const known: readonly Span[] = mandate.before?.suspensions ?? [];
    const report = (column: "suspendedFrom" | "suspendedTo", fault: RosterFault, value: string): void => {
      const { name, columns } = ROSTER_SHEETS.mandates;
      problems.push({ sheet: name, row, column: columns[column].head, fault, value });
    };
    if (from === null) {
      const open = known.find((one) => one.to === null);
      if (open !== undefined && mandate.after.to === null) report("suspendedTo", "rests-still", open.from);
      continue;
    }
    const same = known.find((one) => one.from === from);
    const others = known.filter((one) => one !== same);
    const isShared = others.some((one) => spanHolds({ from, to }, one.from) || spanHolds(one, from));
    if (isShared) report("suspendedFrom", "rests-overlap", from);
    else if (same === undefined || same.to !== to)
      rests.push({ mandateId: mandate.id, from, to, isNew: same === undefined });
  }
  return { rests, problems };
}
