import { mandateChains } from "../mandate-chains.ts";
import type { PlannedMandate } from "./roster-plan.ts";

/** The seats of all deputies, mandate by mandate (`mandate-chains.ts`), soonest first; one that nothing goes on from is alone. */
export const seatChains = (all: readonly PlannedMandate[]): readonly (readonly PlannedMandate[])[] =>
  [...Map.groupBy(all, ({ after }) => `${after.personId} ${after.level}`).values()].flatMap((held) =>
    mandateChains(held, ({ after }) => after),
  );
