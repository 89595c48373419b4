import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import type { Attendee } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listGrantable } from "#db/queries/leave-decisions.ts";
import { grantLeaves } from "#db/queries/leaves.ts";
import type { News } from "#src/domain/news.ts";
import type { AttendanceOutcome } from "#src/domain/requests/attendance.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { decisionRights } from "../activities/decision-rights.ts";
import type { Grant } from "../gate.ts";

/** A register with the leave in it: who waits for a decision stands there as absent until then. */
export type LeaveInRegister = {
  readonly attendees: readonly Attendee[];
  /** Whose leave nobody asked for, and the speaker may grant: writing the register grants it. */
  readonly granting: readonly Attendee[];
  /** Whose wish still waits. */
  readonly waiting: readonly Attendee[];
};

/**
 * Looks into everybody whom a register calls on leave. A register does not excuse: leave is granted by whoever decides
 * on it by the policy, who may do so by writing the register, where it was not refused before. Of others it is told
 * who they are, and nothing is written.
 */
export async function readLeaveInRegister(
  tx: Tx,
  { personId }: Pick<Grant, "personId">,
  found: FoundActivity,
  attendees: readonly Attendee[],
  world: World,
): Promise<LeaveInRegister | AttendanceOutcome> {
  const unproven = attendees.filter((one) => one.status === "leave" && one.leave !== "approved");
  const waiting = unproven.filter((one) => one.leave === "pending");
  const unasked = unproven.filter((one) => one.leave !== "pending");
  const seats = unasked.filter((one) => one.leave !== "refused").map((one) => one.mandateId);
  const grantable = await listGrantable(tx, found.id, seats, decisionRights(personId, world));
  const others = unasked.filter((one) => !grantable.has(one.mandateId));
  if (others.length > 0)
    return {
      of: "attendance.no-leave",
      activity: toActivityView(found, world),
      names: others.map((one) => one.name),
    };
  const isWaiting = new Set(waiting);
  return {
    attendees: attendees.map((one) => (isWaiting.has(one) ? { ...one, status: "absent" } : one)),
    granting: unasked,
    waiting,
  };
}

/** Grants the leave that a register says; returns what each deputy is told of it. */
export async function grantByRegister(
  tx: Tx,
  grant: Grant,
  found: FoundActivity,
  granting: readonly Attendee[],
  world: World,
): Promise<News[]> {
  if (granting.length === 0) return [];
  const actorId = grant.personId;
  const granted = await grantLeaves(tx, found.id, granting, { actorId, now: world.now });
  const line = { at: world.now, actorId, action: "leave.approve", subject: "leave" };
  await insertAudit(
    tx,
    granted.map(({ id: subjectId }) => ({ ...line, subjectId })),
  );
  const activity = toActivityView(found, world);
  const word = {
    kind: "activity.leave-decided",
    activity,
    approved: true,
    by: grant.actorName,
    note: "",
  } as const;
  return granted.map(({ id, personId: to, wishes }) => ({
    to,
    key: `leave-decided:register:${id}:${wishes}`,
    word,
  }));
}
