import type { Tx } from "#db/client.ts";
import { findActivity, type FoundActivity } from "#db/queries/activities.ts";
import { insertAudit } from "#db/queries/audit.ts";
import {
  hasOwnPendingLeave,
  claimDecidableLeaves,
  markLeave,
  type PendingLeave,
} from "#db/queries/leaves.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "./activity-view.ts";
import { decisionRights } from "./leave-approvers.ts";
import type { Told } from "../told.ts";

type Decision = Extract<ActivityRequest, { do: "activity.decide-leave" }>;

/**
 * Grants or refuses leave. What the speaker may not decide on reads like what does not exist; nobody decides on his or
 * her own. A refusal needs a reason. Where the attendance was final already, absences are judged anew.
 */
export async function decideLeave(
  tx: Tx,
  grant: Grant,
  said: Decision,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityRefusal> {
  const request = { ...said, note: withoutPersonalData(said.note) };
  if (!request.approve && request.note === "") return "leave-no-reason";
  const { name, activity: wanted } = request;
  const actorId = grant.actorId ?? 0;
  const decidable = await claimDecidableLeaves(tx, name, wanted, decisionRights(actorId, world));
  const [first, ...others] = decidable;
  if (first === undefined) return (await hasOwnPendingLeave(tx, name, actorId)) ? "leave-own" : "leave-none";
  if (others.length > 0) return "leave-several";
  const activity = await findActivity(tx, first.number);
  return activity === undefined ? "leave-none" : decide(tx, grant, request, first, activity, world);
}

async function decide(
  tx: Tx,
  grant: Grant,
  { approve: approved, name, note }: Decision,
  leave: PendingLeave,
  found: FoundActivity,
  world: World,
): Promise<Told<ActivityOutcome>> {
  const actorId = grant.actorId ?? 0;
  await markLeave(tx, leave.id, { approved, actorId, note, now: world.now });
  const line = { at: world.now, actorId, subject: "leave", subjectId: leave.id };
  await insertAudit(tx, [{ ...line, action: approved ? "leave.approve" : "leave.refuse" }]);
  const activity = toActivityView(found, world);
  const judged = found.state === "final" ? await judgeAbsences(tx, [leave.mandateId], world) : [];
  const word = { kind: "activity.leave-decided", activity, approved, by: grant.actorName, note } as const;
  const key = `leave-decided:${leave.id}:${world.now.getTime()}`;
  return {
    outcome: { of: "activity.leave-done", activity, name, approved },
    news: [{ to: leave.personId, key, word }, ...judged],
  };
}
