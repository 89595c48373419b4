import type { Facts } from "#src/domain/facts.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { monthAround } from "#src/domain/figures/figure-period.ts";
import { type Asked, basisOf } from "../basis-of.ts";

/** Absences are counted over all activities: a kind in the question is not passed off as heeded. */
export const absenceBasis = ({ kind: _kind, ...rest }: Asked, facts: Facts, least?: number): FigureBasis => ({
  ...basisOf(rest, facts),
  ...(least === undefined ? {} : { least }),
});

/** Who has not reported is asked of this month where no period is named; of one kind of duty, which is owed by the year, of this year. */
export function missingBasis(query: Asked, facts: Facts): FigureBasis {
  if (query.kind !== undefined) return basisOf(query, facts);
  const month = monthAround(facts.today);
  return basisOf({ from: month.from, to: month.to, ...query }, facts);
}
