import { bareTerm } from "../bare-term.ts";
import { addDays } from "../day.ts";
import type { PlannedMandate } from "./roster-plan.ts";

const termKey = ({ after: { personId, level, term } }: PlannedMandate): string =>
  `${personId} ${level} ${bareTerm(term)}`;

// Where a seat ended by resignation or termination, or never ran, nothing goes on.
const goesOn = ({ after: last }: PlannedMandate, { after: next }: PlannedMandate): boolean =>
  last.to !== null && last.status === "active" && last.from <= last.to && addDays(last.to, 1) === next.from;

/**
 * Seats in the order in which a deputy goes through them by transfer, soonest first; a seat from which nobody goes on
 * is alone. In the eye of the law each of these is one mandate (`src/actions/mandates/seats-after.ts` says the same).
 */
export function seatChains(all: readonly PlannedMandate[]): readonly (readonly PlannedMandate[])[] {
  return [...Map.groupBy(all, termKey).values()].flatMap((held) => {
    const chains: PlannedMandate[][] = [];
    for (const one of held.toSorted((a, b) => (a.after.from < b.after.from ? -1 : 1))) {
      const last = chains.at(-1);
      const before = last?.at(-1);
      if (last !== undefined && before !== undefined && goesOn(before, one)) last.push(one);
      else chains.push([one]);
    }
    return chains;
  });
}
