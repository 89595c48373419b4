import type { Tx } from "#db/client.ts";
import { type FoundActivity, markActivity } from "#db/queries/activities.ts";
import { type Attendee, untieRecords } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { dropPendingLeaves } from "#db/queries/leaves.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";

/**
 * Voids the final register of an activity that stands in the books a second time: records that came from it alone are
 * withdrawn, and absences are judged without it. Returns what follows from that for whom; the others are told nothing,
 * as their activity took place.
 */
export async function voidTwin(
  tx: Tx,
  actorId: number,
  found: FoundActivity,
  attendees: readonly Attendee[],
  world: World,
): Promise<readonly News[]> {
  await markActivity(tx, found.id, "cancelled", { actorId, now: world.now });
  const line = { at: world.now, actorId, action: "activity.cancel", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  await dropPendingLeaves(tx, found.id);
  const mandates = attendees.map((one) => one.mandateId);
  await untieRecords(tx, found.id, mandates);
  return judgeAbsences(tx, mandates, world);
}
