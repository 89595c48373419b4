import type { Tx } from "#db/client.ts";
import { forgetLeaveAnswer } from "#db/queries/attendance.ts";
import { findActivity, type FoundActivity } from "#db/queries/activities.ts";
import { holdWishedFor } from "#db/queries/hold-activities.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimDecidableLeaves, findDecidedLeave, hasOwnPendingLeave } from "#db/queries/leave-decisions.ts";
import type { PendingLeave } from "#db/queries/pending-leave.ts";
import { markExcused } from "#db/queries/final-session.ts";
import { markLeave } from "#db/queries/leaves.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityOutcome, ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { AskedLeave, LeaveDecision } from "#src/domain/requests/leave-decision.ts";
import type { World } from "#src/domain/rules.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import { followSession, readSession } from "../attendance/follow-session.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { decisionRights } from "./decision-rights.ts";
import { findMeantLeave, narrowed } from "./meant-leave.ts";
import { tellSettled } from "./tell-settled.ts";
import type { Told } from "../told.ts";

/**
 * Grants or refuses leave, shown first where the wish was only named. What the speaker may not decide on reads like what
 * does not exist; nobody decides on his or her own. A refusal needs a reason, which is asked for. Of several wishes one is asked for, and
 * what a colleague decided is told with the name. Where the attendance was final already, absences are judged anew.
 */
export async function decideLeave(
  tx: Tx,
  grant: Grant,
  said: LeaveDecision,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | SureOutcome | ActivityRefusal> {
  if (said.surname !== undefined) {
    const meant = await findMeantLeave(tx, grant.personId, said, world);
    if (meant?.of !== "meant") return meant ?? "leave-none";
    const { surname: _, ...rest } = said;
    return decideLeave(tx, grant, { ...rest, name: meant.name, leave: meant.leave }, world);
  }
  const request = { ...said, note: withoutPersonalData(said.note) };
  const { name, activity: wanted } = request;
  const rights = decisionRights(grant.personId, world);
  await holdWishedFor(tx, name, wanted, rights);
  const waiting = (await claimDecidableLeaves(tx, name, wanted, rights)).filter(
    (one) => request.leave === undefined || one.id === request.leave,
  );
  const decidable = narrowed(waiting, request, world);
  const [first, ...others] = decidable;
  if (first === undefined) return findSettled(tx, request, rights, world);
  if (others.length > 0) {
    const leaves = decidable.map((one) => toAsked(one, name, world));
    const { approve, note } = request;
    return { of: "activity.which-wish", name, approve, note, leaves };
  }
  if (!request.approve && request.note === "") return askWhy(name, first, world);
  const sure = askFirst(request, first, world);
  if (sure !== null) return sure;
  const activity = await findActivity(tx, first.number);
  return activity === undefined ? "leave-none" : decide(tx, grant, request, first, activity, world);
}

const askWhy = (name: string, wish: PendingLeave, world: World): ActivityOutcome => ({
  of: "activity.why-refuse",
  name,
  leave: wish.id,
  activity: toActivityView(wish, world),
});

/** What became of a wish that is not there to be decided on any more. */
export async function findSettled(
  tx: Tx,
  { name, activity, leave }: Pick<LeaveDecision, "name" | "activity" | "leave">,
  rights: Parameters<typeof findDecidedLeave>[2],
  world: World,
): Promise<ActivityOutcome | ActivityRefusal> {
  if (await hasOwnPendingLeave(tx, [name], rights.actorId)) return "leave-own";
  const decided = await findDecidedLeave(tx, { name, activity, leave }, rights);
  if (decided === undefined) return "leave-none";
  const { state, by } = decided;
  return {
    of: "activity.leave-decided-before",
    name,
    state,
    by,
    activity: toActivityView(decided, world),
  };
}

const toAsked = ({ id, code, group, ...at }: PendingLeave, name: string, world: World): AskedLeave => ({
  leave: id,
  name,
  code,
  group,
  activity: toActivityView(at, world),
});

function askFirst(request: LeaveDecision, leave: PendingLeave, world: World): SureOutcome | null {
  const { ask, seen, name, approve, note } = request;
  const activity = toActivityView(leave, world);
  const now = sightOf(leave.id, leave.reason, activity);
  if (ask !== true && (seen === undefined || seen === now)) return null;
  return {
    of: "sure",
    card: `l-${leave.id}~${now}`,
    request: {
      do: "activity.decide-leave",
      name,
      activity: leave.number,
      approve,
      note,
      leave: leave.id,
      seen: now,
    },
    question: {
      kind: "sure.leave",
      activity,
      name,
      reason: leave.reason,
      late: leave.late,
      approve,
      note,
      moved: ask !== true,
    },
  };
}

async function decide(
  tx: Tx,
  grant: Grant,
  { approve: approved, name, note }: LeaveDecision,
  leave: PendingLeave,
  found: FoundActivity,
  world: World,
): Promise<Told<ActivityOutcome>> {
  const actorId = grant.personId;
  const nth = await markLeave(tx, leave.id, { approved, actorId, note, now: world.now });
  const line = { at: world.now, actorId, subject: "leave", subjectId: leave.id };
  await insertAudit(tx, [{ ...line, action: approved ? "leave.approve" : "leave.refuse" }]);
  const activity = toActivityView(found, world);
  // Whoever asked and was refused has not answered yet: reminders and 催 ask again.
  if (!approved) await forgetLeaveAnswer(tx, found.id, leave.mandateId);
  const corrected = approved && (await excuse(tx, found, leave.mandateId, actorId, world));
  const judged = found.state === "final" ? await judgeAbsences(tx, [leave.mandateId], world) : [];
  const decided = {
    activity,
    approved,
    by: grant.actorName,
    note,
    ...(corrected ? { corrected } : {}),
    ...(found.startsAt <= world.now ? { begun: true as const } : {}),
  };
  const word = { kind: "activity.leave-decided", ...decided } as const;
  const one = { id: leave.id, nth, name, activity };
  const settled = await tellSettled(tx, grant, [one], approved, world);
  // Not the time: two decisions may fall on one instant.
  const key = `leave-decided:${leave.id}:${nth}`;
  return {
    outcome: { of: "activity.leave-done", activity, name, approved },
    news: [{ to: leave.personId, key, word }, ...judged, ...settled],
  };
}

// Leave that is granted late makes of the absences that are final already what they are: leave.
async function excuse(
  tx: Tx,
  found: FoundActivity,
  mandateId: number,
  actorId: number,
  world: World,
): Promise<boolean> {
  const before = await readSession(tx, found, mandateId, world);
  const count = await markExcused(tx, found.id, mandateId, { actorId, now: world.now });
  await followSession(tx, before, mandateId, actorId, world);
  return count > 0;
}
