import type { Tx } from "#db/client.ts";
import { listOpenFor, listOpenIn } from "#db/queries/activities.ts";
import { listUndatedIn } from "#db/queries/undated-plans.ts";
import type { ListActivities, ListedActivities, ListedActivity } from "#src/domain/requests/activity-list.ts";
import type { UndatedView } from "#src/domain/requests/undated.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { pageOf } from "../page-of.ts";
import { toUndatedView } from "../plans/plan-view.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

/** What lies ahead, or what does in a period: a deputy's own, or that of the deputies somebody looks after; page by page. */
export async function listActivities(
  tx: Tx,
  grant: Grant,
  { within, page }: ListActivities,
  world: World,
): Promise<ListedActivities> {
  const dated =
    grant.mandate === null
      ? await listOfOthers(tx, grant, within, world)
      : await listOwn(tx, grant, within, world);
  const undated: readonly UndatedView[] =
    grant.mandate === null ? (await listUndatedIn(tx, grant.scope)).map(toUndatedView) : [];
  return {
    of: "activity.listed",
    ...(within === undefined ? {} : { within }),
    lines: pageOf([...dated, ...undated], page),
    dated: dated.length,
    undated: undated.length,
  };
}

async function listOfOthers(
  tx: Tx,
  { scope }: Grant,
  within: ListActivities["within"],
  world: World,
): Promise<readonly ListedActivity[]> {
  const open = await listOpenIn(tx, scope, world.now, within);
  return open.map((one) => ({ ...toActivityView(one, world), answer: null, silent: one.silent }));
}

async function listOwn(
  tx: Tx,
  { personId }: Grant,
  within: ListActivities["within"],
  world: World,
): Promise<readonly ListedActivity[]> {
  const open = await listOpenFor(tx, personId, world.now, false, within);
  return open.map((one) => ({ ...toActivityView(one, world), answer: one.answer }));
}
