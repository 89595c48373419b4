import type { Tx } from "#db/client.ts";
import { findActivity, listOpenFor } from "#db/queries/activities.ts";
import { markAnswer } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findSessionLeave, listLeftFrom, withdrawLeave } from "#db/queries/leave-taken-back.ts";
import type { News } from "#src/domain/news.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "./activity-view.ts";
import { listToAsk } from "./leave-approvers.ts";
import { type OpenActivity, whichActivity } from "./which-activity.ts";
import type { Told } from "../told.ts";

/**
 * A deputy will come. Without a number the only open activity is meant; of several one must be named. A wish for leave
 * from it, and leave that was granted, go with these words, and whoever decides on it hears so once. Leave from a whole
 * session stands but for the sitting that the deputy comes to.
 */
export async function answerComing(
  tx: Tx,
  grant: Grant,
  { activity: number, on, leaveBack }: Extract<ActivityRequest, { do: "activity.coming" }>,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | ActivityRefusal> {
  const open = await listOpenFor(tx, grant.personId, world.now);
  if (leaveBack === true) {
    const left = new Set(await listLeftFrom(tx, grant.personId, world.now));
    const asked = open.filter((one) => left.has(one.id) && (number ?? one.number) === one.number);
    const meant = asked.filter((one) => on === undefined || one.onDay === on);
    const [one, ...others] = meant;
    if (one === undefined) return "leave-none-asked";
    if (others.length > 0) return { ...whichActivity(meant, null, world), about: "back" };
    return comes(tx, grant, one, world);
  }
  const meant = open.filter((one) => (number === undefined ? one.sessionId === null : one.number === number));
  const [one, ...others] = meant;
  if (one === undefined) return number === undefined ? "activity-none-open" : "activity-over";
  if (others.length > 0) return whichActivity(meant, null, world);
  return comes(tx, grant, one, world);
}

async function comes(tx: Tx, grant: Grant, one: OpenActivity, world: World): Promise<Told<ActivityOutcome>> {
  await markAnswer(tx, one.id, one.mandateId, "coming", world.now);
  return takeLeaveBack(tx, grant, one, world);
}

async function takeLeaveBack(
  tx: Tx,
  grant: Grant,
  one: OpenActivity,
  world: World,
): Promise<Told<ActivityOutcome>> {
  const activity = toActivityView(one, world);
  const leave = await withdrawLeave(tx, one.id, one.mandateId);
  if (leave === undefined) return exceptSitting(tx, grant, one, world);
  const personId = grant.personId;
  const line = { at: world.now, actorId: personId, action: "leave.withdraw", subject: "leave" };
  await insertAudit(tx, [{ ...line, subjectId: leave.id }]);
  const asked = await listToAsk(tx, one, personId, world);
  const told = new Set([...asked, ...(leave.decidedBy === null ? [] : [leave.decidedBy])]);
  const { approved } = leave;
  const word = { kind: "activity.leave-withdrawn", name: grant.actorName, activity, approved } as const;
  const key = `leave-withdrawn:${leave.id}:${leave.wishes}`;
  return {
    outcome: { of: "activity.answered", activity, tookBack: approved ? "approved" : "pending" },
    news: [...told].map((to): News => ({ to, key, word })),
  };
}

async function exceptSitting(
  tx: Tx,
  grant: Grant,
  one: OpenActivity,
  world: World,
): Promise<Told<ActivityOutcome>> {
  const activity = toActivityView(one, world);
  const leave = one.sessionId === null ? undefined : await findSessionLeave(tx, one.sessionId, one.mandateId);
  const session = leave === undefined ? undefined : await findActivity(tx, leave.number);
  if (leave === undefined || session === undefined)
    return { outcome: { of: "activity.answered", activity }, news: [] };
  const personId = grant.personId;
  const asked = await listToAsk(tx, { ...session, mandateId: one.mandateId }, personId, world);
  const told = new Set([...asked, ...(leave.decidedBy === null ? [] : [leave.decidedBy])]);
  const { approved } = leave;
  const facts = { name: grant.actorName, activity, approved, session: toActivityView(session, world) };
  const word = { kind: "activity.leave-withdrawn", ...facts } as const;
  const key = `leave-but:${leave.id}:${leave.wishes}:${one.id}`;
  return {
    outcome: {
      of: "activity.answered",
      activity,
      tookBack: approved ? "approved" : "pending",
      session: toActivityView(session, world),
    },
    news: [...told].map((to): News => ({ to, key, word })),
  };
}
