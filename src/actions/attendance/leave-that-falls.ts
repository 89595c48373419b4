import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import type { Attendee } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listGrantable } from "#db/queries/leave-decisions.ts";
import { findSessionLeave, withdrawLeave } from "#db/queries/leave-taken-back.ts";
import { listNamesOf } from "#db/queries/namesakes.ts";
import type { AttendanceOutcome } from "#src/domain/requests/attendance.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { decisionRights } from "../activities/decision-rights.ts";
import { listToAsk } from "../activities/leave-approvers.ts";
import type { Grant } from "../gate.ts";

/**
 * Whether a correction takes granted leave away: whoever is put down as absent has none, and leave that stands would
 * excuse. Only who decides on leave by the policy may do so; of others it is told who that is, and leave from a whole
 * session falls with the session's own correction.
 */
export async function readFalling(
  tx: Tx,
  { personId }: Pick<Grant, "personId">,
  found: FoundActivity,
  corrected: Attendee,
  world: World,
): Promise<{ readonly falls: boolean } | AttendanceOutcome> {
  const { mandateId, name, status, leave } = corrected;
  if (status !== "absent" || leave !== "approved") return { falls: false };
  const activity = toActivityView(found, world);
  const own = await findSessionLeave(tx, found.id, mandateId);
  if (own?.approved !== true) {
    const whole =
      found.sessionId === null ? undefined : await findSessionLeave(tx, found.sessionId, mandateId);
    if (whole === undefined) throw new TypeError("granted leave that is of nothing");
    return { of: "attendance.leave-of-session", activity, name, session: whole.number };
  }
  const mine = await listGrantable(tx, found.id, [mandateId], decisionRights(personId, world));
  if (mine.has(mandateId)) return { falls: true };
  const others = await listToAsk(tx, { ...found, mandateId }, corrected.personId, world);
  return { of: "attendance.leave-stands", activity, name, deciders: await listNamesOf(tx, others) };
}

/** Takes back the leave that a correction takes away. The deputy hears of it with the correction. */
export async function dropFalling(
  tx: Tx,
  found: FoundActivity,
  mandateId: number,
  by: { readonly actorId: number; readonly now: Date },
): Promise<void> {
  const gone = await withdrawLeave(tx, found.id, mandateId);
  if (gone === undefined) throw new TypeError("leave that was to fall is gone");
  const line = { at: by.now, actorId: by.actorId, action: "leave.withdraw", subject: "leave" };
  await insertAudit(tx, [{ ...line, subjectId: gone.id }]);
}
