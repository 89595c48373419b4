import { bareTerm } from "../bare-term.ts";
import { addDays, type Day } from "../day.ts";
import type { Pair } from "./pair-mandates.ts";
import type { PlannedOrgs } from "./plan-orgs.ts";
import type { RosterProblem } from "./roster.ts";
import type { PlannedMandate } from "./roster-plan.ts";
import { ROSTER_SHEETS } from "./roster-sheets.ts";
import type { KnownMandate, SeatFacts } from "./roster-state.ts";

/** What becomes of the mandates, and which rows cannot stand beside others. */
export type PlannedMandates = {
  /** Everything that will be on file, changed or not. */
  readonly all: readonly PlannedMandate[];
  readonly problems: readonly RosterProblem[];
};

/**
 * Works out the mandates as they will be. A mandate without a last day ends on the day before the next term of its
 * congress begins: the old term is kept, and nobody has to fill that in. One person's mandates in one congress never
 * overlap.
 */
export function planMandates(
  pairs: readonly Pair[],
  known: readonly KnownMandate[],
  { above }: Pick<PlannedOrgs, "above">,
): PlannedMandates {
  const touched = new Set(pairs.flatMap(({ before }) => (before === null ? [] : [before.id])));
  const rows: PlannedMandate[] = pairs.map(({ entry, before, after }, at) => ({
    id: before?.id ?? -(at + 1),
    before,
    after,
    row: entry.row,
    begins: null,
  }));
  const others: PlannedMandate[] = known
    .filter((one) => !touched.has(one.id))
    .map((one) => ({ id: one.id, before: one, after: one, row: null, begins: null }));
  // A township's congress is its own; the district's is that of the district a deputy sits in.
  const congressOf = ({ level, townshipId, groupId }: SeatFacts): string =>
    level === "township" ? `t${townshipId}` : `d${above(townshipId ?? groupId, "district")}`;
  const ended = endOldTerms([...rows, ...others], congressOf);
  const withBeginnings = sayBeginnings(ended, congressOf);
  return { all: withBeginnings, problems: findOverlaps(withBeginnings) };
}

type Term = { readonly term: string; readonly from: Day };

function endOldTerms(
  all: readonly PlannedMandate[],
  congressOf: (facts: SeatFacts) => string,
): PlannedMandate[] {
  const terms = new Map<string, Term[]>();
  for (const [key, held] of Map.groupBy(all, ({ after }) => `${congressOf(after)} ${bareTerm(after.term)}`)) {
    const [congress = "", term = ""] = key.split(" ");
    const from = held.map(({ after }) => after.from).reduce((a, b) => (a < b ? a : b));
    terms.set(congress, [...(terms.get(congress) ?? []), { term, from }]);
  }
  return all.map((one) => {
    const { after } = one;
    if (after.to !== null) return one;
    const list = terms.get(congressOf(after)) ?? [];
    const own = list.find(({ term }) => term === bareTerm(after.term))?.from ?? after.from;
    const next = list
      .map(({ from }) => from)
      .filter((from) => from > own)
      .sort()[0];
    return next === undefined || next <= after.from
      ? one
      : { ...one, after: { ...after, to: addDays(next, -1) } };
  });
}

const congressKey = ({ after }: PlannedMandate): string => `${after.personId} ${after.level}`;

// Whoever is new in a term that nobody of the congress held before came with it; else it is a by-election, or a move.
function sayBeginnings(
  all: readonly PlannedMandate[],
  congressOf: (facts: SeatFacts) => string,
): PlannedMandate[] {
  const byPerson = Map.groupBy(all, congressKey);
  const firstDays = new Map<string, Day>();
  const termOf = (after: SeatFacts): string => `${congressOf(after)} ${bareTerm(after.term)}`;
  for (const { after } of all) {
    const first = firstDays.get(termOf(after));
    if (first === undefined || after.from < first) firstDays.set(termOf(after), after.from);
  }
  return all.map((one) => {
    if (one.before !== null) return one;
    const { from, term } = one.after;
    const isMove = (byPerson.get(congressKey(one)) ?? []).some(
      ({ after }) => after.to === addDays(from, -1) && bareTerm(after.term) === bareTerm(term),
    );
    if (isMove) return { ...one, begins: "transfer" };
    return { ...one, begins: firstDays.get(termOf(one.after)) === from ? "new_term" : "by_election" };
  });
}

function findOverlaps(all: readonly PlannedMandate[]): RosterProblem[] {
  return [...Map.groupBy(all, congressKey).values()].flatMap((held) => {
    const inOrder = held.toSorted((a, b) => (a.after.from < b.after.from ? -1 : 1));
    return inOrder.flatMap((one, at) => {
      const last = inOrder[at - 1];
      const isApart = last === undefined || (last.after.to !== null && last.after.to < one.after.from);
      return isApart ? [] : overlap(last, one);
    });
  });
}

// Said of the cell that puts it right, with the days that would: the file may have none of the two, or one of them.
function overlap(last: PlannedMandate, next: PlannedMandate): RosterProblem[] {
  const { from } = next.after;
  const eve = addDays(from, -1);
  const { name: sheet, columns } = ROSTER_SHEETS.mandates;
  const at = (row: number, column: "from" | "to", value: string) => ({
    sheet,
    row,
    column: columns[column].head,
    value,
  });
  if (next.row === null)
    return last.row === null
      ? []
      : [{ ...at(last.row, "to", last.after.to ?? ""), fault: "overlap-later", named: [from, eve] }];
  if (last.row === null)
    return [{ ...at(next.row, "from", from), fault: "overlap-earlier", named: [last.after.from, eve] }];
  return [{ ...at(next.row, "from", from), fault: "overlap", named: [String(last.row)] }];
}
