import type { HeldMandate } from "#db/queries/mandates.ts";
import type { StandingChange } from "#db/queries/mandate-undo.ts";
import type { MandateView } from "#src/domain/requests/mandate.ts";
import { toSeatView } from "./find-target.ts";

/** A change that was registered, as it was shown then; `mandates` are those it concerned, as they are now. */
export function toUndoneView(
  { change, on, to, before }: StandingChange,
  mandates: readonly HeldMandate[],
): MandateView {
  const begun = mandates.filter((one) => before.get(one.id) === null);
  const earlier = mandates
    .filter((one) => before.get(one.id) !== null)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const isElection = change === "by_election";
  const [one] = isElection ? begun : [...earlier, ...begun];
  if (one === undefined) throw new TypeError("a change of no mandate");
  const isTerm = change === "new_term";
  const [after] = begun;
  const seat = toSeatView(one);
  // A suspension and its end are of all seats through which the deputy goes.
  const along = change === "suspend" || change === "resume" ? earlier.slice(1) : [];
  return {
    change,
    name: isTerm ? "" : one.name,
    code: isTerm ? null : one.code,
    on,
    to: change === "suspend" ? to : null,
    seat: isTerm ? { ...seat, township: null, group: null, station: null, constituency: null } : seat,
    target: after === undefined || isElection || earlier.length === 0 ? null : toSeatView(after),
    reason: null,
    later: 0,
    isNew: false,
    leaving: isTerm ? earlier.length - begun.length : 0,
    again: isTerm ? begun.map(({ name }) => name) : [],
    ...(along.length > 0 && { along: along.map((held) => ({ seat: toSeatView(held), from: held.from })) }),
  };
}
