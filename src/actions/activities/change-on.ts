import type { Tx } from "#db/client.ts";
import { type FoundActivity, listOpenIn, listOpenOn } from "#db/queries/activities.ts";
import type { ActivityKind } from "#src/domain/activity.ts";
import type { ActivityRequest } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { asMoved } from "./as-moved.ts";
import { cancelActivity } from "./cancel-activity.ts";
import { previewChange } from "./change-activity.ts";
import { previewNudge } from "./nudge-unanswered.ts";

/**
 * Shows what a change would make of the activity that is planned on a day, where no number was said, or, without a day,
 * of the one of that kind, or of any, that is ahead; with several it is asked which. Calling it off is shown alike.
 */
export async function previewChangeOn(
  tx: Tx,
  grant: Grant,
  request: Extract<ActivityRequest, { do: "activity.change-on" }>,
  world: World,
): Promise<Awaited<ReturnType<typeof cancelActivity>>> {
  const { heldOn, kind, change, off, nudge, messageId } = request;
  if (nudge === true) return previewNudgeOn(tx, grant, request, world);
  const [found, ...others] =
    heldOn === undefined
      ? (await listOpenIn(tx, grant.scope, world.now)).filter(
          (one) => one.startsAt > world.now && (kind === undefined || one.kind === kind),
        )
      : ofKind(await listOpenOn(tx, grant.scope, heldOn), kind);
  if (found === undefined) return heldOn === undefined ? "activity-none-such" : "activity-none-on";
  if (others.length > 0) {
    const activities = [found, ...others].map((one) => toActivityView(one, world));
    const changes = activities.map((one) => asMoved(change, one, world));
    return { of: "activity.which-to-change", activities, changes, ...(off === undefined ? {} : { off }) };
  }
  if (off !== undefined)
    return cancelActivity(tx, grant, { do: "activity.cancel", activity: found.number, reason: off }, world);
  const asked = { do: "activity.change-preview", messageId, activity: found.number, change } as const;
  return previewChange(tx, grant, asked, world);
}

// Who has not answered is asked again of the one activity, on a day or of all ahead, that somebody has not answered.
async function previewNudgeOn(
  tx: Tx,
  grant: Grant,
  { heldOn, kind, messageId }: Extract<ActivityRequest, { do: "activity.change-on" }>,
  world: World,
): Promise<Awaited<ReturnType<typeof cancelActivity>>> {
  const within = heldOn === undefined ? undefined : { from: heldOn, to: heldOn };
  // A session is answered as a whole.
  const ahead = (await listOpenIn(tx, grant.scope, world.now, within)).filter(
    (one) => one.startsAt > world.now && one.sessionId === null,
  );
  const meant = ofKind(ahead, kind);
  const silent = meant.filter((one) => one.silent > 0);
  const [found, ...others] = silent.length > 0 ? silent : meant;
  if (found === undefined) return heldOn === undefined ? "activity-none-such" : "activity-none-on";
  if (others.length === 0)
    return previewNudge(
      tx,
      grant,
      { do: "activity.nudge-preview", messageId, activity: found.number },
      world,
    );
  const activities = [found, ...others].map((one) => toActivityView(one, world));
  return { of: "activity.which-to-change", activities, changes: activities.map(() => ({})), nudge: true };
}

// 9号的培训: of two on that day the one that is a training; of none that is, any may be meant.
function ofKind<A extends FoundActivity>(open: readonly A[], kind: ActivityKind = "other"): readonly A[] {
  const alike = open.filter((one) => one.kind === kind);
  return kind === "other" || alike.length === 0 ? open : alike;
}
