import type { StrikeRule } from "#db/queries/absence-cases.ts";
import type { Policy } from "#src/domain/policy.ts";

/** From which notice on each rule of the policy has a case for the office. */
export const strikeRules = ({ attendance }: Policy): StrikeRule[] =>
  Object.entries(attendance.rules).map(([rule, { strike_at: level }]) => ({ rule, level }));
