import type { Tx } from "#db/client.ts";
import { countRecords, countTally, countTallyByKind } from "#db/queries/figures/tallies.ts";
import { monthAround, yearAround } from "#src/domain/figures/figure-period.ts";
import type { FigureOutcome, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { listOwedBy } from "../obligations/list-owed-by.ts";
import { ownFilter } from "./own-filter.ts";

/** A deputy's own duty: this year and month, by kind, and what is still expected. */
export async function showOwnDuty(
  tx: Tx,
  grant: Grant,
  _request: FigureRequest,
  world: World,
): Promise<FigureOutcome> {
  const { today } = world;
  const filter = ownFilter(grant, world);
  const { tally: year, byKind } = await countTallyByKind(tx, filter);
  const month = await countTally(tx, { ...filter, ...monthAround(today) });
  // What was sent back counts in nothing: whoever does not hear of it would take it for lost.
  const returned = await countRecords(tx, { ...filter, mark: "returned" });
  const expected = await listOwedBy(tx, grant, world);
  return {
    of: "figures.shown",
    view: {
      kind: "figures.own-duty",
      year,
      month,
      byKind,
      expected,
      ...(returned === 0 ? {} : { returned }),
      today,
    },
    basis: { ...yearAround(today), own: true },
  };
}
