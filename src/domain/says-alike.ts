import { type Counts, isCountUnit } from "./count-unit.ts";
import type { Amendment } from "./requests/amendment.ts";
import type { SimilarRecord } from "./requests/report.ts";

/**
 * True where two records say the same in the field that was changed, of amounts in all of them; of what they are not known
 * by they never do.
 */
export function saysAlike(field: Amendment["field"], one: SimilarRecord, other: SimilarRecord): boolean {
  switch (field) {
    case "kind":
    case "date":
    case "place":
      return (one[field] ?? null) === (other[field] ?? null);
    case "end":
    case "time":
    case "with":
    case "text":
    case "category":
      return false;
    default:
      return countsAlike(one.counts ?? {}, other.counts ?? {});
  }
}

const countsAlike = (one: Counts, other: Counts): boolean =>
  Object.keys({ ...one, ...other })
    .filter(isCountUnit)
    .every((unit) => one[unit] === other[unit]);
