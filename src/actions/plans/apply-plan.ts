import type { Tx } from "#db/client.ts";
import { findFirstHeldBack } from "#db/queries/announcements.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { adoptPlanned, insertPlanned, joinSittings, revisePlanned } from "#db/queries/plans.ts";
import { closeUndated } from "#db/queries/undated-plans.ts";
import { followSittings } from "#db/queries/sittings.ts";
import { addDays, type Day, yearOf } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import type { WholeRow } from "#src/domain/plans/compare-plan.ts";
import type { UndatedRow } from "#src/domain/plans/compare-undated.ts";
import type { PlanOutcome } from "#src/domain/requests/plan.ts";
import type { World } from "#src/domain/rules.ts";
import { nth } from "#src/kernel/nth.ts";
import { under } from "#src/kernel/under.ts";
import { makeChange } from "../activities/change-activity.ts";
import type { Told } from "../told.ts";
import { announcePlans } from "./announce-plans.ts";
import { leaveOpen } from "./leave-open.ts";
import { toNewActivity } from "./new-activity.ts";
import type { Compared } from "./read-plan-rows.ts";

/** Makes what a plan would change, and calls deputies to what is near. `actorId` is null for the operator. */
export async function applyPlan(
  tx: Tx,
  actorId: number | null,
  { fresh, changed, undated, adopted, merged }: Compared,
  world: World,
): Promise<Told<Omit<Extract<PlanOutcome, { of: "plan.published" }>, "gone">>> {
  const numbers = await drawNumbers(tx, [...fresh, ...undated.fresh]);
  await adoptPlanned(tx, adopted);
  await closeUndated(
    tx,
    merged.map((one) => one.id),
    world.now,
  );
  const grown = await insertFresh(tx, fresh, numbers, actorId, world);
  await leaveOpen(tx, undated, numbers.slice(fresh.length), actorId, world);
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
  await followSittings(tx, [...new Set([...grown, ...moved])], world.now);
  const line = { at: world.now, actorId, action: "plan.publish", subject: "plan", subjectId: null };
  await insertAudit(tx, [line]);
  const announced = await announcePlans(tx, world);
  const fixed = undated.fixed.map((one) => one.row);
  const orgs = [...new Set([...fresh, ...fixed, ...changed.map((one) => one.row)].map((one) => one.orgId))];
  const next = await findFirstHeldBack(tx, orgs, world.now);
  return {
    outcome: {
      of: "plan.published",
      fresh: numbers,
      changed: changed.length + undated.changed.length + undated.fixed.length,
      undated: undated.fresh.length + undated.changed.length,
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
  const numbered = fresh.map((row, at) => ({ row, number: nth(numbers, at) }));
  await insertPlanned(
    tx,
    numbered.map(({ row, number }) => toNewActivity(row, number, actorId, world)),
  );
  const sittings = numbered.flatMap(({ row: { orgId, sessionKey }, number }) =>
    sessionKey === null ? [] : [{ number, orgId, sessionKey }],
  );
  return joinSittings(tx, sittings);
}

/** The day on which the notices of an activity on a day go out; tomorrow where that is over. */
export function noticeDay(on: Day, { today, policy }: World): Day {
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

type Numbered = WholeRow | UndatedRow;

const yearOfRow = (row: Numbered): number => yearOf("on" in row ? row.on : row.from);

async function drawNumbers(tx: Tx, rows: readonly Numbered[]): Promise<string[]> {
  const drawn = new Map<Numbered, string>();
  for (const [year, own] of Map.groupBy(rows, yearOfRow)) {
    const numbers = await nextNumbers(tx, "activity", year, own.length);
    for (const [at, row] of own.entries()) drawn.set(row, nth(numbers, at));
  }
  return rows.map((row) => under(drawn, row));
}
