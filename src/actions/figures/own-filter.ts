import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { yearAround } from "#src/domain/figures/figure-period.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

/** What of the speaker's own counts in this year. */
export const ownFilter = (grant: Grant, world: World): CountedFilter => ({
  ...yearAround(world.today),
  whose: { personId: grant.personId },
  waitedSince: waitedSince(world),
});
