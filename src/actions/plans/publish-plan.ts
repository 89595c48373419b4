import type { Tx } from "#db/client.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { GoneRows, PlanOutcome, PlanRequest, PlanRows, PlanView } from "#src/domain/requests/plan.ts";
import type { World } from "#src/domain/rules.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import { applyPlan } from "./apply-plan.ts";
import { planSize, toPlanView } from "./plan-view.ts";
import { type Compared, readPlanRows } from "./read-plan-rows.ts";

type Asked<K extends PlanRequest["do"]> = Extract<PlanRequest, { do: K }>;

/** Shows what a yearly plan would change, or every cell that is wrong. Nothing is planned before the yes. */
export async function previewPlan(
  tx: Tx,
  grant: Grant,
  { rows, sittings, problems, messageId }: Asked<"plan.preview">,
  world: World,
): Promise<SureOutcome | PlanOutcome> {
  const compared = await readPlanRows(tx, grant.scope, { rows, sittings, problems }, world);
  if ("problems" in compared) return { of: "plan.faulty", problems: compared.problems };
  return askFirst(compared, { rows, sittings, messageId, moved: false }, world);
}

/** Plans what was shown and said yes to. Notices go out when each day is near. */
export async function publishPlan(
  tx: Tx,
  grant: Grant,
  { rows, sittings, messageId, seen }: Asked<"plan.publish">,
  world: World,
): Promise<Told<PlanOutcome> | SureOutcome | PlanOutcome> {
  const compared = await readPlanRows(tx, grant.scope, { rows, sittings, problems: [] }, world);
  if ("problems" in compared) return { of: "plan.faulty", problems: compared.problems };
  if (sightOf(toPlanView(compared, world)) !== seen)
    return askFirst(compared, { rows, sittings, messageId, moved: true }, world);
  const { outcome, news } = await applyPlan(tx, grant.actorId, compared, world);
  return { outcome: { ...outcome, gone: toGone(toPlanView(compared, world), messageId) }, news };
}

const toGone = ({ gone, goneUndated }: PlanView, messageId: number): GoneRows => ({
  messageId,
  numbers: [...gone, ...goneUndated].map((one) => one.number),
});

function askFirst(
  compared: Compared,
  { rows, sittings, messageId, moved }: PlanRows & { readonly messageId: number; readonly moved: boolean },
  world: World,
): SureOutcome | PlanOutcome {
  const view = toPlanView(compared, world);
  if (planSize(view) === 0) return { of: "plan.same", count: view.same, gone: toGone(view, messageId) };
  const seen = sightOf(view);
  return {
    of: "sure",
    card: `y${messageId}~${seen}`,
    request: { do: "plan.publish", messageId, rows, sittings, seen },
    question: { kind: "sure.plan", ...view, rules: world.policy.plans, moved },
  };
}
