import type { Tx } from "#db/client.ts";
import { findFirstHeldBack } from "#db/queries/announcements.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { insertPlanned, type Planned, revisePlanned } from "#db/queries/plans.ts";
import { addDays, type Day, yearOf } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import type { ComparedPlan, WholeRow } from "#src/domain/plans/compare-plan.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { PlanOutcome, PlanRequest, PlanRow, PlanView } from "#src/domain/requests/plan.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "../activities/activity-view.ts";
import { makeChange } from "../activities/change-activity.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import { announcePlans } from "./announce-plans.ts";
import { readPlanRows } from "./read-plan-rows.ts";

type Asked<K extends PlanRequest["do"]> = Extract<PlanRequest, { do: K }>;
type Compared = ComparedPlan<Planned>;

/** Shows what a yearly plan would change, or every cell that is wrong. Nothing is planned before the yes. */
export async function previewPlan(
  tx: Tx,
  grant: Grant,
  { rows, problems, messageId }: Asked<"plan.preview">,
  world: World,
): Promise<SureOutcome | PlanOutcome> {
  const compared = await readPlanRows(tx, grant.scope, { rows, problems }, world);
  if ("problems" in compared) return { of: "plan.faulty", problems: compared.problems };
  return askFirst(compared, { rows, messageId, moved: false }, world);
}

/** Plans what was shown and said yes to. Notices go out when each day is near. */
export async function publishPlan(
  tx: Tx,
  grant: Grant,
  { rows, messageId, seen }: Asked<"plan.publish">,
  world: World,
): Promise<Told<PlanOutcome> | SureOutcome | PlanOutcome> {
  const compared = await readPlanRows(tx, grant.scope, { rows, problems: [] }, world);
  if ("problems" in compared) return { of: "plan.faulty", problems: compared.problems };
  if (sightOf(toPlanView(compared, world)) !== seen)
    return askFirst(compared, { rows, messageId, moved: true }, world);
  return applyPlan(tx, grant.actorId, compared, world);
}

function askFirst(
  compared: Compared,
  {
    rows,
    messageId,
    moved,
  }: { readonly rows: readonly PlanRow[]; readonly messageId: number; readonly moved: boolean },
  world: World,
): SureOutcome | PlanOutcome {
  const view = toPlanView(compared, world);
  if (view.fresh.length + view.changed.length === 0)
    return { of: "plan.same", count: view.same, gone: view.gone };
  const seen = sightOf(view);
  return {
    of: "sure",
    card: `y${messageId}~${seen}`,
    request: { do: "plan.publish", messageId, rows, seen },
    question: { kind: "sure.plan", ...view, rules: world.policy.plans, moved, today: world.today },
  };
}

/** What people are shown of a plan before it is made. */
export function toPlanView({ fresh, changed, closed, gone, same }: Compared, world: World): PlanView {
  const bare = ({ title, on, time, place }: WholeRow) => ({ title, on, time, place });
  return {
    fresh: [...fresh].sort((a, b) => +a.startsAt - +b.startsAt).map(bare),
    changed: changed.map(({ row, before }) => ({
      activity: { number: before.number, ...bare(row), place: row.place ?? before.place },
      before: toActivityView(before, world),
      content: row.content === before.content ? null : row.content,
    })),
    closed: closed.map((one) => toActivityView(one, world)),
    gone: gone.map((one) => toActivityView(one, world)),
    same,
  };
}

/** Makes what a plan would change, and calls deputies to what is near. `actorId` is null for the operator. */
export async function applyPlan(
  tx: Tx,
  actorId: number | null,
  { fresh, changed }: Compared,
  world: World,
): Promise<Told<Extract<PlanOutcome, { of: "plan.published" }>>> {
  const numbers = await drawNumbers(tx, fresh);
  await insertPlanned(
    tx,
    fresh.map((row, at) => toNewActivity(row, numbers[at] ?? "", actorId, world)),
  );
  const silent = changed.filter(({ before }) => before.heldBack);
  await revisePlanned(
    tx,
    silent.map(({ row, before }) => ({
      ...row,
      id: before.id,
      onDay: row.on,
      place: row.place ?? before.place,
      content: row.content ?? before.content,
    })),
  );
  const told = await changeTold(tx, actorId, changed, world);
  const line = { at: world.now, actorId, action: "plan.publish", subject: "plan", subjectId: null };
  await insertAudit(tx, [line]);
  const announced = await announcePlans(tx, world);
  const orgs = [...new Set([...fresh, ...changed.map((one) => one.row)].map((one) => one.orgId))];
  const next = await findFirstHeldBack(tx, orgs, world.now);
  return {
    outcome: {
      of: "plan.published",
      fresh: numbers,
      changed: changed.length,
      announced: announced.activities.length,
      nextNotice: next === undefined ? null : noticeDay(next, world),
    },
    news: [...told, ...announced.news],
  };
}

function noticeDay(on: Day, { today, policy }: World): Day {
  const day = addDays(on, -policy.plans.notice_days);
  return day > today ? day : addDays(today, 1);
}

/** Those who were called to an activity before are told of its change, like of any other. */
async function changeTold(
  tx: Tx,
  actorId: number | null,
  changed: Compared["changed"],
  world: World,
): Promise<News[]> {
  const news: News[] = [];
  for (const { row, before } of changed.filter((one) => !one.before.heldBack)) {
    const { on, time, place, content } = row;
    const change = {
      on,
      time,
      ...(place === null ? {} : { place }),
      ...(content === null ? {} : { content }),
    };
    const made = await makeChange(tx, { actorId, scope: [row.orgId] }, before.number, change, world);
    if (typeof made !== "string") news.push(...made.news);
  }
  return news;
}

async function drawNumbers(tx: Tx, fresh: readonly WholeRow[]): Promise<string[]> {
  const byYear = Map.groupBy(fresh, (row) => yearOf(row.on));
  const drawn = new Map<WholeRow, string>();
  for (const [year, rows] of byYear) {
    const numbers = await nextNumbers(tx, "activity", year, rows.length);
    for (const [at, row] of rows.entries()) drawn.set(row, numbers[at] ?? "");
  }
  return fresh.map((row) => drawn.get(row) ?? "");
}

const toNewActivity = (row: WholeRow, number: string, actorId: number | null, { now }: World) => ({
  number,
  planKey: row.planKey,
  orgId: row.orgId,
  kind: row.kind,
  title: row.title,
  startsAt: row.startsAt,
  onDay: row.on,
  place: row.place,
  content: row.content,
  convenerId: actorId,
  createdBy: actorId,
  createdAt: now,
});
