import type { Counts, CountUnit } from "./count-unit.ts";

/**
 * The unit that a number of 家 puts right: firms as a rule, and families where a record counts these and no firms. Both
 * go by that word.
 */
export const unitMeant = (unit: CountUnit, counts: Counts): CountUnit =>
  unit === "enterprises" && counts.enterprises === undefined && counts.households !== undefined
    ? "households"
    : unit;
