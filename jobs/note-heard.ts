import { askAfterGap } from "#src/actions/ask-after-gap.ts";
import type { RunningChannel } from "#src/domain/rules.ts";
import { worldOf } from "#src/inbox/situation.ts";
import { tell } from "#src/outbox/tell.ts";
import type { JobParts } from "./job.ts";

/**
 * Notes that a network is being heard, and asks the people concerned after a gap; `began` where somebody has just logged
 * in. Returns how many were asked.
 */
export async function noteHeard(parts: JobParts, channel: RunningChannel, began: boolean): Promise<number> {
  const { calendar } = await parts.register.current();
  const world = worldOf(parts, calendar, parts.clock());
  return parts.db.transaction(async (tx) =>
    tell(tx, parts.vault, await askAfterGap(tx, channel, world, began), world),
  );
}
