import type { HeldMandate } from "#db/queries/mandates.ts";
import { goesOn } from "#src/domain/mandate-chains.ts";

/** The seats in which a mandate goes on after transfers (`src/domain/mandate-chains.ts`), soonest first. */
export function seatsAfter(one: HeldMandate, among: readonly HeldMandate[]): readonly HeldMandate[] {
  const next = among.find(
    (held) => held.personId === one.personId && held.level === one.level && goesOn(one, held),
  );
  return next === undefined ? [] : [next, ...seatsAfter(next, among)];
}
