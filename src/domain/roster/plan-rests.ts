import { spanHolds, type Span } from "../attendance/attendance-facts.ts";
import type { Day } from "../day.ts";
import { restAlong } from "./rest-along.ts";
import { type RestingSeat, restsOf } from "./rests-of.ts";
import type { RosterProblem } from "./roster.ts";
import type { PlannedMandate, PlannedRest } from "./roster-plan.ts";
import { ROSTER_SHEETS } from "./roster-sheets.ts";
import { seatChains } from "./seat-chains.ts";

/** What a row says about a suspension. */
export type RestRow = {
  readonly mandate: PlannedMandate;
  readonly row: number;
  readonly suspendedFrom: Day | null;
  readonly suspendedTo: Day | null;
};

/**
 * Suspensions to add, to end and to take away. One is known by its first day. A row that says nothing of a suspension
 * that still runs does not end it by silence: its last day has to be filled in. A suspension is the deputy's and not
 * the seat's (Deputies Law art. 61): in the seats that follow by transfer it goes on and ends as it does in the one
 * before, unless a row of theirs says otherwise. `all` mandates are those that will be on file.
 */
export function planRests(
  rows: readonly RestRow[],
  all: readonly PlannedMandate[],
): { readonly rests: readonly PlannedRest[]; readonly problems: readonly RosterProblem[] } {
  const rowOf = new Map(rows.map((one) => [one.mandate.id, one]));
  const rests: PlannedRest[] = [];
  const problems: RosterProblem[] = [];
  for (const chain of seatChains(all)) {
    let last: RestingSeat | null = null;
    for (const mandate of chain) {
      const own = planOwn(mandate, rowOf.get(mandate.id), problems);
      last = last === null ? own : goOn(last, own, problems);
      rests.push(...last.planned);
      const open = restsOf(last).find((one) => one.to === null);
      const isSilent = rowOf.has(mandate.id) && !last.isTold && mandate.after.to === null;
      if (open !== undefined && isSilent)
        problems.push(problem(last, "suspendedTo", "rests-still", open.from));
    }
  }
  return { rests, problems };
}

const areShared = (one: Span, other: Span): boolean =>
  spanHolds(one, other.from) || spanHolds(other, one.from);

function planOwn(mandate: PlannedMandate, said: RestRow | undefined, problems: RosterProblem[]): RestingSeat {
  const known = mandate.before?.suspensions ?? [];
  const from = said?.suspendedFrom ?? null;
  const seat = { mandate, known, planned: [], said: from, isTold: from !== null, row: said?.row ?? null };
  if (said === undefined || from === null) return seat;
  const to = said.suspendedTo;
  const same = known.find((one) => one.from === from);
  if (known.some((one) => one !== same && areShared({ from, to }, one)))
    problems.push(problem(seat, "suspendedFrom", "rests-overlap", from));
  else if (same === undefined || same.to !== to) {
    const change = same === undefined ? "new" : "changed";
    return { ...seat, planned: [{ mandateId: mandate.id, from, to, change, isAlong: false }] };
  }
  return seat;
}

function goOn(last: RestingSeat, own: RestingSeat, problems: RosterProblem[]): RestingSeat {
  const along = restAlong(last, own);
  const isMine = own.known.some(({ from }) => from === own.mandate.before?.from);
  const seat = {
    ...own,
    planned: [...own.planned, ...along],
    isTold: own.isTold || (last.isTold && (isMine || along.length > 0)),
    row: own.row ?? last.row,
  };
  const added = along.find(({ change }) => change !== "gone");
  const others = restsOf(seat).filter(({ from }) => from !== added?.from);
  if (added !== undefined && others.some((one) => areShared(added, one)))
    problems.push(problem(seat, "suspendedFrom", "rests-overlap", own.said ?? added.from));
  return seat;
}

function problem(
  { row }: RestingSeat,
  column: "suspendedFrom" | "suspendedTo",
  fault: "rests-overlap" | "rests-still",
  value: string,
): RosterProblem {
  const { name, columns } = ROSTER_SHEETS.mandates;
  if (row === null) throw new TypeError("a suspension changed without a row that says so");
  return { sheet: name, row, column: columns[column].head, fault, value };
}
