import type { Tx } from "#db/client.ts";
import { listReachable } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertMandateChanges } from "#db/queries/mandate-changes.ts";
import { claimRoster } from "#db/queries/roster.ts";
import type { Vault } from "#db/vault.ts";
import type { News } from "#src/domain/news.ts";
import { meetingAsKept } from "#src/domain/personal-data/meeting-as-kept.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  MandateDayWanted,
  MandateOutcome,
  MandateRefusal,
  MandateRequest,
  UndatedPlan,
} from "#src/domain/requests/mandate.ts";
import type { World } from "#src/domain/rules.ts";
import { nth } from "#src/kernel/nth.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import type { Grant } from "../gate.ts";
import { applyChange } from "./apply-change.ts";
import { callLate } from "./call-late.ts";
import { changeNews } from "./change-news.ts";
import { findChangeable } from "./find-target.ts";
import { keptBefore } from "./kept-before.ts";
import { settleChange, type Settled } from "./settle-change.ts";
import { withMoved } from "./with-moved.ts";

type Asked<K extends MandateRequest["do"]> = Extract<MandateRequest, { do: K }>;

/** Shows what a change would do, or asks who or what is meant. Nothing is done before the yes. */
export async function previewChange(
  tx: Tx,
  grant: Grant,
  { plan, messageId }: Asked<"mandate.preview">,
  { zone }: World,
): Promise<SureOutcome | MandateOutcome | MandateDayWanted | MandateRefusal> {
  if (plan.on === undefined) return wantDay(tx, grant, plan, messageId);
  const settled = await settleChange(tx, grant, meetingAsKept(plan), zone);
  if (typeof settled === "string" || "of" in settled) return settled;
  if ("candidates" in settled)
    return { of: "mandate.which", messageId, plan, candidates: settled.candidates };
  if ("orgs" in settled) return { of: "mandate.which-org", messageId, plan, orgs: settled.orgs };
  return {
    of: "sure",
    card: `m${messageId}`,
    request: { do: "mandate.change", plan: settled.plan },
    question: { kind: "sure.mandate", view: settled.view },
  };
}

/** Whether there is anything to change on any day; then it is asked which. */
async function wantDay(
  tx: Tx,
  { scope, actorId }: Grant,
  plan: UndatedPlan,
  messageId: number,
): Promise<MandateDayWanted | MandateRefusal> {
  const held = await findChangeable(tx, scope, plan);
  if (typeof held === "string") return held;
  if (held.every(({ personId }) => personId === actorId)) return "mandate-own";
  return { of: "mandate.day-wanted", messageId, draft: plan };
}

/**
 * Registers a change that the congress or its committee has decided: the mandate, and all that follows from it on the
 * days it concerns. Past figures stay what they were. The deputy and the staff who look after him or her are told.
 */
export async function changeMandate(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { plan }: Asked<"mandate.change">,
  world: World,
): Promise<{ outcome: MandateOutcome; news: readonly News[] } | MandateRefusal> {
  await claimRoster(tx);
  const settled = await settleChange(tx, grant, meetingAsKept(plan), world.zone);
  if (typeof settled === "string") return settled;
  // What was shown was settled: where it is open again, somebody else has changed it since.
  if (!("view" in settled)) return "mandate-moved-on";
  const applied = await applyChange(tx, settled, world.zone);
  const { mandates, people } = applied;
  const changeId = await trace(tx, vault, grant, settled, mandates, world);
  const called = await callLate(tx, people, world);
  const judged = await judgeAbsences(tx, mandates, world);
  const news = await changeNews(tx, grant, settled, applied, world);
  const reachable = await listReachable(tx, people, world.channels);
  const unreached = people.filter((one) => !reachable.has(one)).length;
  const view = withMoved(settled.view, applied.moved);
  const outcome = { of: "mandate.changed", view, changeId, unreached } as const;
  return { outcome, news: [...news, ...called, ...judged] };
}

async function trace(
  tx: Tx,
  vault: Vault,
  { actorId }: Grant,
  { plan, old, view }: Settled,
  mandates: readonly number[],
  { now }: World,
): Promise<number> {
  const reason = plan.reason === undefined ? null : vault.seal(plan.reason);
  const before = new Map(old.map((one) => [one.id, one]));
  const [changeId] = await insertMandateChanges(
    tx,
    mandates.map((mandateId) => ({
      mandateId,
      leadId: nth(mandates, 0),
      change: plan.change,
      onDay: plan.on,
      byPerson: actorId,
      before: keptBefore(before.get(mandateId), plan.on),
      after: view.to,
      reason,
      at: now,
    })),
  );
  const line = { at: now, actorId, action: `mandate.${plan.change}`, subject: "mandate" };
  await insertAudit(
    tx,
    mandates.map((subjectId) => ({ ...line, subjectId })),
  );
  if (changeId === undefined) throw new TypeError("a change of no mandate");
  return changeId;
}
