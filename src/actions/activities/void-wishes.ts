import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import type { Concerned } from "#db/queries/activity-changes.ts";
import { dropPendingLeaves, forgetRefusals } from "#db/queries/leaves.ts";
import type { News } from "#src/domain/news.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import { listToAskEach } from "./leave-approvers.ts";

/** Lets wishes for leave, and refusals, go with the day that they were about. Returns the people whose wishes waited. */
export async function voidWishes(tx: Tx, { id }: FoundActivity): Promise<ReadonlySet<number>> {
  const waited = await dropPendingLeaves(tx, id);
  await forgetRefusals(tx, id);
  return waited;
}

/** Tells whoever would have decided on such wishes, once and of all of them, that there is nothing left to decide. */
export async function tellWishesVoid(
  tx: Tx,
  found: FoundActivity,
  wished: readonly Concerned[],
  change: { readonly activity: ActivityView; readonly before: ActivityView },
  world: World,
): Promise<readonly News[]> {
  if (wished.length === 0) return [];
  const asked = await listToAskEach(tx, found, wished, world);
  const key = `leave-void:${found.number}:${found.revision + 1}`;
  return [...new Set([...asked.values()].flat())].map((to) => {
    const names = wished.filter((one) => asked.get(one.mandateId)?.includes(to)).map((one) => one.name);
    return { to, key, word: { kind: "activity.leave-void", ...change, names } };
  });
}
