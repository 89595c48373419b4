import type { Tx } from "#db/client.ts";
import { findFirstHeldBack } from "#db/queries/announcements.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { insertPlanned, joinSittings, type Planned, revisePlanned } from "#db/queries/plans.ts";
import { followSittings } from "#db/queries/sittings.ts";
import { addDays, type Day, yearOf } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import type { ComparedPlan, WholeRow } from "#src/domain/plans/compare-plan.ts";
import type { PlanOutcome } from "#src/domain/requests/plan.ts";
import type { World } from "#src/domain/rules.ts";
import { makeChange } from "../activities/change-activity.ts";
import type { Told } from "../told.ts";
import { announcePlans } from "./announce-plans.ts";

type Compared = ComparedPlan<Planned>;

/** Makes what a plan would change, and calls deputies to what is near. `actorId` is null for the operator. */
export async function applyPlan(
  tx: Tx,
  actorId: number | null,
  { fresh, changed }: Compared,
  world: World,
): Promise<Told<Extract<PlanOutcome, { of: "plan.published" }>>> {
  const numbers = await drawNumbers(tx, fresh);
  const grown = await insertFresh(tx, fresh, numbers, actorId, world);
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
  const moved = changed.flatMap(({ before }) => (before.sessionId === null ? [] : [before.sessionId]));
  await followSittings(tx, [...new Set([...grown, ...moved])]);
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

/** Plans what is new; the sessions that have new sittings come back. */
async function insertFresh(
  tx: Tx,
  fresh: Compared["fresh"],
  numbers: readonly string[],
  actorId: number | null,
  world: World,
): Promise<number[]> {
  const numbered = fresh.map((row, at) => ({ row, number: numbers[at] ?? "" }));
  await insertPlanned(
    tx,
    numbered.map(({ row, number }) => toNewActivity(row, number, actorId, world)),
  );
  const sittings = numbered.flatMap(({ row: { orgId, sessionKey }, number }) =>
    sessionKey === null ? [] : [{ number, orgId, sessionKey }],
  );
  return joinSittings(tx, sittings);
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
