import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { countTally, countTallyByKind } from "#db/queries/figures/tallies.ts";
import type { Tx } from "#db/client.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { type FigurePeriod, yearBefore } from "#src/domain/figures/figure-period.ts";
import type { CutLine, Tally } from "#src/domain/figures/figure-view.ts";
import type { World } from "#src/domain/rules.ts";

type Whole = {
  readonly whole: { readonly tally: Tally; readonly before: Tally; readonly beforePeriod: FigurePeriod };
  readonly byKind: readonly CutLine[];
};

/** All of a figure, beside the same stretch one year before, and by kinds. */
export async function countWhole(
  tx: Tx,
  filter: CountedFilter,
  basis: FigureBasis,
  { today }: World,
): Promise<Whole> {
  const beforePeriod = yearBefore(basis, today);
  const { tally, byKind } = await countTallyByKind(tx, filter);
  const before = await countTally(tx, { ...filter, ...beforePeriod }, { withDeputies: false });
  return { whole: { tally, before, beforePeriod }, byKind };
}
