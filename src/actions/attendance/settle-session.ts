import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import { listAttendees, markAttendance } from "#db/queries/attendance.ts";
import { countSittings, listSittingStatuses } from "#db/queries/sittings.ts";
import { sessionStatus } from "#src/domain/attendance/session-status.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

/**
 * Works out who was at a session from its sittings, for everybody whom staff have not marked themselves. Refused while
 * a sitting is not final. Sessions without sittings are marked by hand.
 */
export async function settleSession(
  tx: Tx,
  grant: Grant,
  session: FoundActivity,
  { policy, now }: World,
): Promise<"attendance-sittings-open" | null> {
  if (session.kind !== "congress_session") return null;
  const { all, open } = await countSittings(tx, session.id);
  if (open > 0) return "attendance-sittings-open";
  if (all === 0) return null;
  const bySeat = await listSittingStatuses(tx, session.id);
  const unmarked = (await listAttendees(tx, session.id)).filter((one) => one.status === "expected");
  const marks = unmarked.map(({ mandateId, leave }) => {
    const status = sessionStatus(bySeat.get(mandateId) ?? [], policy.attendance);
    return { mandateId, status: status === "absent" && leave === "approved" ? ("leave" as const) : status };
  });
  const actorId = grant.actorId ?? 0;
  if (marks.length > 0) await markAttendance(tx, session.id, marks, { actorId, now, corrected: false });
  return null;
}
