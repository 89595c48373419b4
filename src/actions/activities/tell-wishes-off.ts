import type { Tx } from "#db/client.ts";
import { claimActivities, type FoundActivity } from "#db/queries/activities.ts";
import { listPendingWishes } from "#db/queries/leaves.ts";
import type { News } from "#src/domain/news.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { World } from "#src/domain/rules.ts";
import { listToAskEach } from "./leave-approvers.ts";
import { namedInFull } from "./named-in-full.ts";

/**
 * Tells whoever would have decided on leave from an activity that is called off, or from a sitting of it, that there is
 * nothing left to decide; but not whoever calls it off. To be asked for before the wishes are dropped.
 */
export async function tellWishesOff(
  tx: Tx,
  actorId: number | null,
  found: FoundActivity,
  world: World,
): Promise<readonly News[]> {
  const wishes = await listPendingWishes(tx, found.id);
  if (wishes.length === 0) return [];
  const [own, ofSittings] = [
    wishes.filter((one) => one.activity === found.number),
    wishes.filter((one) => one.activity !== found.number),
  ];
  // Who decides on leave from one sitting decides on leave from all of them.
  const [sitting] = await claimActivities(
    tx,
    ofSittings.slice(0, 1).map((one) => one.activity),
    [found.orgId],
  );
  const asked = [
    own.length === 0 ? NOBODY : await listToAskEach(tx, found, own, world),
    sitting === undefined ? NOBODY : await listToAskEach(tx, sitting, ofSittings, world),
  ];
  const activity = namedInFull(found, toActivityView(found, world));
  const key = `leave-off:${found.number}:${found.revision + 1}`;
  const told = new Set(asked.flatMap((each) => [...each.values()].flat()).filter((to) => to !== actorId));
  return [...told].map((to) => {
    const names = wishes
      .filter((one) => asked.some((each) => each.get(one.mandateId)?.includes(to)))
      .map((one) => one.name);
    return {
      to,
      key,
      word: {
        kind: "activity.leave-void",
        activity,
        before: activity,
        names: [...new Set(names)],
        off: true,
      },
    };
  });
}

const NOBODY: ReadonlyMap<number, readonly number[]> = new Map();
