import type { Tx } from "#db/client.ts";
import { claimActivities, type FoundActivity } from "#db/queries/activities.ts";
import { type Attendee, listAttendees } from "#db/queries/attendance.ts";
import { claimUndatedOnes, closeUndated, type Undated } from "#db/queries/undated-plans.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { PlanOutcome, PlanRequest } from "#src/domain/requests/plan.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { callOff } from "../activities/call-off.ts";
import type { Planner } from "../activities/change-activity.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import type { Told } from "../told.ts";
import { toUndatedView } from "./plan-view.ts";
import type { Compared } from "./read-plan-rows.ts";

type Drop = Extract<PlanRequest, { do: "plan.drop" }>;
type Dropped = Extract<PlanOutcome, { of: "plan.gone-dropped" }>;
type Gone = {
  readonly activities: readonly { readonly found: FoundActivity; readonly people: readonly Attendee[] }[];
  readonly undated: readonly Undated[];
};

/** Calls off what stood in a yearly plan and does not any more, after a yes of its own; everybody called is told once. */
export async function dropGone(
  tx: Tx,
  grant: Grant,
  { numbers, messageId, seen: before }: Drop,
  world: World,
): Promise<Told<PlanOutcome> | SureOutcome> {
  const gone = await claimGone(tx, grant, numbers, world);
  const view = toView(gone, world);
  const seen = sightOf(view);
  if (before === seen || view.activities.length + view.undated.length === 0)
    return callOffGone(tx, grant.actorId, gone, world);
  return {
    of: "sure",
    card: `g${messageId}~${seen}`,
    request: { do: "plan.drop", numbers, messageId, seen },
    question: { kind: "sure.plan-gone", ...view, moved: before !== undefined },
  };
}

/** The same for the operator, who has said yes beforehand. */
export async function dropGoneNow(tx: Tx, { gone, undated }: Compared, world: World): Promise<Told<Dropped>> {
  const rows = [...gone, ...undated.gone];
  const planner = { actorId: null, scope: [...new Set(rows.map((one) => one.orgId))] };
  const numbers = rows.map((one) => one.number);
  return callOffGone(tx, null, await claimGone(tx, planner, numbers, world), world);
}

async function claimGone(
  tx: Tx,
  { scope }: Planner,
  numbers: readonly string[],
  world: World,
): Promise<Gone> {
  const activities: Gone["activities"][number][] = [];
  const claimed = await claimActivities(tx, numbers, scope);
  for (const found of claimed.filter(({ state, startsAt }) => state === "planned" && startsAt > world.now))
    activities.push({ found, people: await listAttendees(tx, found.id) });
  return { activities, undated: await claimUndatedOnes(tx, numbers, scope) };
}

const toView = ({ activities, undated }: Gone, world: World) => ({
  activities: activities.map(({ found, people }) => ({
    ...toActivityView(found, world),
    people: people.length,
  })),
  undated: undated.map(toUndatedView),
});

async function callOffGone(
  tx: Tx,
  actorId: number | null,
  { activities, undated }: Gone,
  world: World,
): Promise<Told<Dropped>> {
  const news: News[] = [];
  for (const { found, people } of activities)
    news.push(...(await callOff(tx, actorId, found, { people, reason: "" }, world)).news);
  await closeUndated(
    tx,
    undated.map((one) => one.id),
    world.now,
  );
  const count = activities.length + undated.length;
  return {
    outcome: { of: "plan.gone-dropped", count, told: new Set(news.map((one) => one.to)).size },
    news,
  };
}
