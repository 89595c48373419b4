import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import type { Attendee } from "#db/queries/attendance.ts";
import { listLeavesOfCame } from "#db/queries/leaves-of-came.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { CAME } from "#src/domain/attendance/came.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";

/**
 * Whoever was granted leave and came all the same is told that it was not used. A wish that still waits stays: the
 * register may be put right, and then it counts.
 */
export async function unusedLeaveNews(
  tx: Tx,
  found: FoundActivity,
  attendees: readonly Attendee[],
  world: World,
): Promise<News[]> {
  const came = attendees.filter((one) => CAME.has(one.status)).map((one) => one.mandateId);
  const unused = await listLeavesOfCame(tx, found.id, came);
  const activity = toActivityView(found, world);
  return unused.map(({ id, personId }) => ({
    to: personId,
    key: `leave-unused:${id}:${found.id}`,
    word: { kind: "activity.leave-unused", activity },
  }));
}
