import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import { type Attendee, listAttendees, markAttendance } from "#db/queries/attendance.ts";
import { findFinalSession } from "#db/queries/final-session.ts";
import { listSittingStatuses } from "#db/queries/sittings.ts";
import type { AttendanceStatus } from "#src/domain/activity.ts";
import { sessionStatus } from "#src/domain/attendance/session-status.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { settleRecords } from "./settle-records.ts";

/** What a deputy's sittings come to, of a session that is final; null where there is none. */
export type SessionBefore = { readonly session: FoundActivity; readonly status: AttendanceStatus } | null;

/** What the sittings of a deputy come to before one of them changes. */
export async function readSession(
  tx: Tx,
  sitting: FoundActivity,
  mandateId: number,
  { policy }: World,
): Promise<SessionBefore> {
  if (sitting.sessionId === null) return null;
  const session = await findFinalSession(tx, sitting.sessionId);
  if (session === undefined) return null;
  const statuses = (await listSittingStatuses(tx, session.id)).get(mandateId) ?? [];
  return { session, status: sessionStatus(statuses, policy.attendance) };
}

/**
 * Lets a final session follow a sitting that was put right, where its attendance was what the sittings came to. What
 * staff had marked otherwise by hand stays.
 */
export async function followSession(
  tx: Tx,
  before: SessionBefore,
  mandateId: number,
  actorId: number,
  world: World,
): Promise<readonly News[]> {
  if (before === null) return [];
  const { session, status } = before;
  const statuses = (await listSittingStatuses(tx, session.id)).get(mandateId) ?? [];
  const now = sessionStatus(statuses, world.policy.attendance);
  const one = (await listAttendees(tx, session.id)).find((each) => each.mandateId === mandateId);
  if (one === undefined || now === status || one.status !== status) return [];
  const marked = { ...one, status: now };
  await markAttendance(tx, session.id, [marked], { actorId, now: world.now, corrected: true });
  return (await settleRecords(tx, session, [marked], actorId, world)).news;
}

/** What a final session would come to if a sitting were put right; null where it stays as it is. Looks only. */
export async function foreseeSession(
  tx: Tx,
  sitting: FoundActivity,
  { mandateId, status: was, leave }: Attendee,
  becomes: AttendanceStatus,
  /** Leave that was granted from it would fall. */
  leaveFalls: boolean,
  world: World,
): Promise<{
  readonly activityId: number;
  readonly statuses: ReadonlyMap<number, AttendanceStatus>;
} | null> {
  const before = await readSession(tx, sitting, mandateId, world);
  if (before === null) return null;
  const excused = (status: AttendanceStatus): AttendanceStatus =>
    status === "absent" && leave === "approved" ? "leave" : status;
  const statuses = [...((await listSittingStatuses(tx, before.session.id)).get(mandateId) ?? [])];
  statuses.splice(statuses.indexOf(excused(was)), 1, leaveFalls ? becomes : excused(becomes));
  const now = sessionStatus(statuses, world.policy.attendance);
  const own = (await listAttendees(tx, before.session.id)).find((each) => each.mandateId === mandateId);
  if (now === before.status || own?.status !== before.status) return null;
  return { activityId: before.session.id, statuses: new Map([[mandateId, now]]) };
}
