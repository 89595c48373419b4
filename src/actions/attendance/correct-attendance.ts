import type { Tx } from "#db/client.ts";
import { findDecision } from "#db/queries/absence-objections.ts";
import { type FoundActivity, claimActivity } from "#db/queries/activities.ts";
import { type Attendee, listAttendees, markAttendance } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  AttendanceOutcome,
  AttendanceRefusal,
  AttendanceRequest,
} from "#src/domain/requests/attendance.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import { foreseeAbsences } from "../absences/foresee-absences.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import { followSession, foreseeSession, readSession } from "./follow-session.ts";
import { grantByRegister, readLeaveInRegister } from "./leave-in-register.ts";
import { dropFalling, readFalling } from "./leave-that-falls.ts";
import { settleRecords } from "./settle-records.ts";

type Meant = {
  readonly found: FoundActivity;
  readonly one: Attendee;
  readonly granting: boolean;
  /** Leave that was granted is taken back. */
  readonly falling: boolean;
  readonly decision: Awaited<ReturnType<typeof findDecision>>;
};
type Correct = Extract<AttendanceRequest, { do: "attendance.correct" }>;

/**
 * Corrects one deputy's final attendance, once what follows was seen and said yes to. All that followed from it is
 * worked out again, and the deputy is told. Put down as absent, leave that was granted falls with it. Where it is not
 * what was seen any more, it is shown again. What the office decided on an objection only the office corrects.
 */
export async function correctAttendance(
  tx: Tx,
  grant: Grant,
  request: Correct,
  world: World,
): Promise<Told<AttendanceOutcome> | AttendanceOutcome | SureOutcome | AttendanceRefusal | ActivityRefusal> {
  const meant = await findMeant(tx, grant, request, world);
  if (typeof meant === "string" || !("found" in meant)) return meant;
  const sure = await askFirst(tx, request, meant, world);
  if (sure !== null) return sure;
  const { found, one, granting, falling } = meant;
  const { name, status } = request;
  // Staff say what became of the deputy: a time on the list does not say otherwise any more.
  const corrected: Attendee = { ...one, status, minutes: null };
  const actorId = grant.personId;
  const session = await readSession(tx, found, one.mandateId, world);
  await markAttendance(tx, found.id, [corrected], { actorId, now: world.now, corrected: true });
  const line = { at: world.now, actorId, action: "attendance.correct", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  // The deputy hears of it with the correction, not apart.
  if (granting) await grantByRegister(tx, grant, found, [one], world);
  if (falling) await dropFalling(tx, found, one.mandateId, { actorId, now: world.now });
  const { news: taken } = await settleRecords(tx, found, [corrected], actorId, world);
  const followed = await followSession(tx, session, one.mandateId, actorId, world);
  const activity = toActivityView(found, world);
  const told: News = {
    to: one.personId,
    // There and back may fall on one instant.
    key: `attendance:${found.id}:${one.mandateId}:${world.now.getTime()}:${one.status}:${status}`,
    word: {
      kind: "attendance.changed",
      activity,
      status,
      by: grant.actorName,
      ...(falling ? { leaveFell: true } : {}),
    },
  };
  const judged = await judgeAbsences(tx, [one.mandateId], world);
  return {
    outcome: { of: "attendance.corrected", activity, name, status },
    news: [told, ...taken, ...followed, ...judged],
  };
}

async function findMeant(
  tx: Tx,
  grant: Grant,
  request: Correct,
  world: World,
): Promise<Meant | AttendanceOutcome | AttendanceRefusal | ActivityRefusal> {
  const { activity: number, name, personId, status } = request;
  const found = await claimActivity(tx, number, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (found.state !== "final") return "attendance-not-final";
  const isMeant = (each: Attendee): boolean =>
    each.name === name && (personId === undefined || each.personId === personId);
  const named = (await listAttendees(tx, found.id)).filter(isMeant);
  const [one, ...others] = named;
  if (one === undefined)
    return { of: "attendance.names-unknown", activity: toActivityView(found, world), names: [name] };
  if (others.length > 0)
    return { of: "attendance.which", correction: { activity: number, name, status }, people: named };
  return one.personId === grant.actorId ? "attendance-own" : readLeave(tx, grant, found, one, status, world);
}

// What becomes of leave: a correction to leave grants it, one to absent takes it back.
async function readLeave(
  tx: Tx,
  grant: Grant,
  found: FoundActivity,
  one: Attendee,
  status: Correct["status"],
  world: World,
): Promise<Meant | AttendanceOutcome | AttendanceRefusal> {
  const { name } = one;
  const activity = toActivityView(found, world);
  const isExcused = status === "absent" && one.leave === "approved";
  if (one.status === status && !isExcused)
    return { of: "attendance.already-so", activity, name, status, by: one.markedBy };
  const decision = await findDecision(tx, found.id, one.mandateId);
  if (decision !== undefined && !grant.isOffice) return "attendance-decided";
  const fall = await readFalling(tx, grant, found, { ...one, status }, world);
  if ("of" in fall) return fall;
  const leave = await readLeaveInRegister(tx, grant, found, [{ ...one, status }], world);
  if ("of" in leave) return leave;
  const isWaiting = leave.waiting.length > 0;
  return isWaiting
    ? { of: "attendance.no-leave", activity, names: [name] }
    : { found, one, granting: leave.granting.length > 0, falling: fall.falls, decision };
}

async function askFirst(
  tx: Tx,
  request: Correct,
  { found, one, granting, falling, decision }: Meant,
  world: World,
): Promise<SureOutcome | null> {
  const { name, status } = request;
  const statuses = new Map([[one.mandateId, status]]);
  const session = await foreseeSession(tx, found, one, status, falling, world);
  const register = { activityId: found.id, statuses, leaveFalls: falling, session };
  const foreseen = await foreseeAbsences(tx, register, world);
  const seen = sightOf(one.mandateId, one.status, status, falling, foreseen, decision);
  if (request.seen === seen) return null;
  const question = {
    kind: "sure.correct",
    activity: toActivityView(found, world),
    name,
    before: falling && one.status === "absent" ? "leave" : one.status,
    status,
    ...(granting ? { granting } : {}),
    ...(falling ? { falling } : {}),
    ...(decision === undefined
      ? {}
      : { decided: { on: localDay(decision.at, world.zone), upheld: decision.upheld } }),
    foreseen,
    moved: request.seen !== undefined,
    today: world.today,
  } as const;
  return {
    of: "sure",
    card: `k-${found.number}-${one.mandateId}~${seen}`,
    request: { ...request, personId: one.personId, seen },
    question,
  };
}
