import type { Tx } from "#db/client.ts";
import { listOpenOn } from "#db/queries/activities.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "./activity-view.ts";
import { previewChange } from "./change-activity.ts";

/**
 * Shows what a change would make of the activity that is planned on a day, where no number was said; with several on
 * that day it is asked which.
 */
export async function previewChangeOn(
  tx: Tx,
  grant: Grant,
  { heldOn, change, messageId }: Extract<ActivityRequest, { do: "activity.change-on" }>,
  world: World,
): Promise<SureOutcome | ActivityOutcome | ActivityRefusal> {
  const [found, ...others] = await listOpenOn(tx, grant.scope, heldOn);
  if (found === undefined) return "activity-none-on";
  if (others.length > 0) {
    const activities = [found, ...others].map((one) => toActivityView(one, world));
    return { of: "activity.which-to-change", activities, change };
  }
  const request = { do: "activity.change-preview", messageId, activity: found.number, change } as const;
  return previewChange(tx, grant, request, world);
}
