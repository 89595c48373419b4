import type { Tx } from "#db/client.ts";
import { listOwnLeaves } from "#db/queries/own-leaves.ts";
import { daysBefore } from "#src/domain/ago.ts";
import type { LeaveRequest, OwnLeavesOutcome } from "#src/domain/requests/leave.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { pageOf } from "../page-of.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

/** So many days back it is still told what became of leave. */
const DAYS = 30;

/** What a deputy asked leave from, lately or ahead, and whether it was granted; the reasons are not told. */
export async function showOwnLeaves(
  tx: Tx,
  grant: Grant,
  { page }: Extract<LeaveRequest, { do: "activity.own-leaves" }>,
  world: World,
): Promise<OwnLeavesOutcome> {
  const leaves = await listOwnLeaves(tx, grant.personId, daysBefore(world.now, DAYS));
  return {
    of: "activity.own-leaves",
    leaves: pageOf(
      leaves.map((one) => ({ ...toActivityView(one, world), state: one.state, came: one.came })),
      page,
    ),
  };
}
