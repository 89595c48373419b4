import { bareTerm } from "#src/domain/bare-term.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import type { PlannedRest } from "#src/domain/roster/roster-plan.ts";
import type { Ref, SeatFacts } from "#src/domain/roster/roster-state.ts";

/** A suspension, or the end of one, as its deputy is told of it: once, with the seats where it follows by itself. */
export type ToldRest = {
  readonly id: Ref;
  readonly facts: SeatFacts;
  readonly change: "suspend" | "resume";
  readonly on: Day;
  readonly to: Day | null;
  readonly along: readonly SeatFacts[];
};

/** What deputies are told of the suspensions that a roster changes; `seats` are those on file and in the file. */
export function toldRests(
  rests: readonly PlannedRest[],
  seats: ReadonlyMap<Ref, SeatFacts>,
): readonly ToldRest[] {
  const keyOf = ({ personId, level, term }: SeatFacts): string => `${personId} ${level} ${bareTerm(term)}`;
  const follows = Map.groupBy(
    rests.filter(({ isAlong }) => isAlong),
    ({ mandateId }) => keyOf(heldOf(seats, mandateId)),
  );
  return rests.flatMap((rest) => {
    if (rest.isAlong) return [];
    const { mandateId: id, from, to, change } = rest;
    const facts = heldOf(seats, id);
    // Of an end that is filled in, its day is the news; without one it lasts.
    const isEnd = change === "changed" && to !== null;
    const along = (follows.get(keyOf(facts)) ?? [])
      .filter((one) => (one.change === "gone") === isEnd)
      .map((one) => heldOf(seats, one.mandateId));
    return [
      isEnd
        ? { id, facts, change: "resume", on: addDays(to, 1), to, along }
        : { id, facts, change: "suspend", on: from, to, along },
    ];
  });
}

function heldOf(seats: ReadonlyMap<Ref, SeatFacts>, id: Ref): SeatFacts {
  const facts = seats.get(id);
  if (facts === undefined)
    throw new TypeError("a suspension of a mandate that is neither on file nor planned");
  return facts;
}
