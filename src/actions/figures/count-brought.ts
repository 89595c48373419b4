import type { Tx } from "#db/client.ts";
import { listOpinionCounts } from "#db/queries/figures/opinion-counts.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toOpinionFilter } from "./count-opinions.ts";
import type { Frame } from "./frame.ts";

/** How many opinions of residents were brought in what a figure is worked out over, whatever duty it is of. */
export async function countBrought(
  tx: Tx,
  grant: Grant,
  frame: Frame,
  basis: FigureBasis,
  world: World,
): Promise<number> {
  const lines = await listOpinionCounts(tx, toOpinionFilter(grant, frame, basis, world));
  return lines.reduce((sum, { count }) => sum + count, 0);
}
