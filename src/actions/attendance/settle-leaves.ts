import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import type { Attendee } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { settleLeavesOfCame } from "#db/queries/leaves-of-came.ts";
import { CAME } from "#src/domain/attendance/came.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

/**
 * Once a register is final nothing is left to decide of the leave of whoever came: what waits goes, and each is told,
 * whoever was granted leave that he or she did not use as well.
 */
export async function settleLeaves(
  tx: Tx,
  found: FoundActivity,
  attendees: readonly Attendee[],
  actorId: number,
  world: World,
): Promise<News[]> {
  const came = attendees.filter((one) => CAME.has(one.status)).map((one) => one.mandateId);
  const unused = await settleLeavesOfCame(tx, found.id, came);
  const gone = unused.filter(({ approved }) => !approved);
  const line = { at: world.now, actorId, action: "leave.withdraw", subject: "leave" };
  await insertAudit(
    tx,
    gone.map(({ id: subjectId }) => ({ ...line, subjectId })),
  );
  const activity = toActivityView(found, world);
  return unused.map(({ id, personId, approved }) => ({
    to: personId,
    key: `leave-unused:${id}:${found.id}`,
    word: { kind: "activity.leave-unused", activity, approved },
  }));
}
