import type { Facts } from "#src/domain/facts.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { monthAround } from "#src/domain/figures/figure-period.ts";
import { type Asked, basisOf } from "../basis-of.ts";

/** Absences are counted over all activities: a kind in the question is not passed off as heeded. */
export const absenceBasis = ({ kind: _kind, ...rest }: Asked, facts: Facts, least?: number): FigureBasis => ({
  ...basisOf(rest, facts),
  ...(least === undefined ? {} : { least }),
});

// 一条都没报过, 从来没报, 至今: never, and not only in this month.
const NEVER =
  /(?:[一半][条次个件份回场户]|一丁点)(?:履职|记录)?[都也]?(?:没|未|无)|(?:从来?|从头到尾|压根儿?)[都就也]?(?:没|未)|从未|至今|到现在|截[至止]|一直|挂零|零(?:报告|记录|条)|白板|空白/u;

/**
 * Who has not reported is asked of this month where no period is named; of one kind of duty, which is owed by the year, and
 * of who never did, of this year.
 */
export function missingBasis(query: Asked, facts: Facts, text = ""): FigureBasis {
  if (query.kind !== undefined || NEVER.test(text.normalize("NFKC"))) return basisOf(query, facts);
  const month = monthAround(facts.today);
  return basisOf({ from: month.from, to: month.to, ...query }, facts);
}
