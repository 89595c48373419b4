import type { Tx } from "#db/client.ts";
import { jobParts } from "#src/compose/jobs.ts";
import type { Workshop } from "#src/compose/workshop.ts";
import type { World } from "#src/domain/rules.ts";
import { worldOf } from "#src/inbox/situation.ts";

/** Does something in one transaction, with the rules and the calendar as they are at this moment. */
export async function inWorld(
  { config, database: { db }, vault, clock, log }: Workshop,
  act: (tx: Tx, world: World) => Promise<void>,
): Promise<void> {
  const parts = jobParts(config, db, vault, clock, log);
  const { calendar } = await parts.register.current();
  const world = worldOf(parts, calendar, clock());
  await db.transaction((tx) => act(tx, world));
}
