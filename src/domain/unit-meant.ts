import type { Counts, CountUnit } from "./count-unit.ts";

/**
 * The unit that a number of 家 puts right: firms as a rule, and families where a record counts these and no firms. Both
 * go by that word.
 */
export const unitMeant = (unit: CountUnit, counts: Counts): CountUnit =>
  unit === "enterprises" && counts.enterprises === undefined && counts.households !== undefined
    ? "households"
    : unit;

/** Units that measure the same: a record says one of the two. */
const TWINS: Readonly<Partial<Record<CountUnit, CountUnit>>> = {
  persons: "person_times",
  person_times: "persons",
  items: "cases",
  cases: "items",
};

/** What a record counts already that an amount in this unit takes the place of: 2人 where it is to be 3人次. */
export function unitReplaced(unit: CountUnit, counts: Counts): CountUnit {
  const meant = unitMeant(unit, counts);
  const twin = TWINS[meant];
  return counts[meant] === undefined && twin !== undefined && counts[twin] !== undefined ? twin : meant;
}
