import type { Tx } from "#db/client.ts";
import { listOpenFor, listOpenIn } from "#db/queries/activities.ts";
import { listUndatedIn } from "#db/queries/undated-plans.ts";
import type { ActivityOutcome, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toUndatedView } from "../plans/plan-view.ts";
import { toActivityView } from "./activity-view.ts";

/** What lies ahead, or what does in a period: a deputy's own, or that of the deputies somebody looks after. */
export async function listActivities(
  tx: Tx,
  grant: Grant,
  { within }: Extract<ActivityRequest, { do: "activity.list" }>,
  world: World,
): Promise<ActivityOutcome> {
  const asked = within === undefined ? {} : { within };
  if (grant.mandate === null) {
    const open = await listOpenIn(tx, grant.scope, world.now, within);
    const activities = open.map((one) => ({
      ...toActivityView(one, world),
      answer: null,
      silent: one.silent,
    }));
    const undated = (await listUndatedIn(tx, grant.scope)).map(toUndatedView);
    return { of: "activity.listed", ...asked, activities, undated };
  }
  const open = await listOpenFor(tx, grant.personId, world.now, false, within);
  const activities = open.map((one) => ({ ...toActivityView(one, world), answer: one.answer }));
  return { of: "activity.listed", ...asked, activities, undated: [] };
}
