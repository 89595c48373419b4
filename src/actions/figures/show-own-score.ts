import type { Tx } from "#db/client.ts";
import { countTally } from "#db/queries/figures/tallies.ts";
import { yearAround } from "#src/domain/figures/figure-period.ts";
import type { FigureOutcome, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { ownFilter } from "./own-filter.ts";

/** The assessment opens at a later stage: until then the duty done is what can be said of it. */
export async function showOwnScore(
  tx: Tx,
  grant: Grant,
  _request: FigureRequest,
  world: World,
): Promise<FigureOutcome> {
  const year = await countTally(tx, ownFilter(grant, world));
  const basis = { ...yearAround(world.today), own: true } as const;
  return { of: "figures.shown", view: { kind: "figures.score-closed", year, today: world.today }, basis };
}
