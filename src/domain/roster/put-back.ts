import type { PlannedMandate, RosterPlan } from "./roster-plan.ts";
import type { SeatFacts } from "./roster-state.ts";

const hasLeft = ({ status }: SeatFacts): boolean => status === "resigned" || status === "terminated";

/**
 * Mandates that are over by resignation or termination, and that a roster would have run again: an older file says so
 * of everybody who left since it was written.
 */
export const putBack = ({ mandates }: Pick<RosterPlan, "mandates">): readonly PlannedMandate[] =>
  mandates.filter(({ before, after }) => before !== null && hasLeft(before) && !hasLeft(after));
