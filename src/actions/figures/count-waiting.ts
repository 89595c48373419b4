import type { Tx } from "#db/client.ts";
import { countRecords } from "#db/queries/figures/tallies.ts";
import type { World } from "#src/domain/rules.ts";
import type { Frame } from "./frame.ts";

/** How many records staff entered that would be in a figure, had their deputies said yes: they are in none yet. */
export async function countWaiting(
  tx: Tx,
  { filter }: Pick<Frame, "filter">,
  { now }: Pick<World, "now">,
): Promise<number> {
  const all = await countRecords(tx, { ...filter, waitedSince: now });
  return all === 0 ? 0 : all - (await countRecords(tx, filter));
}
