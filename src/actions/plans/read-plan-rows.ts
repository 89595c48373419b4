import type { Tx } from "#db/client.ts";
import { claimPlanned, listOrgsByName, type Planned, type PlanningOrg } from "#db/queries/plans.ts";
import { yearOf } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import { type ComparedPlan, comparePlan, type WholeRow } from "#src/domain/plans/compare-plan.ts";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { PlanRow, ReadPlan } from "#src/domain/requests/plan.ts";
import type { RosterFault, RosterProblem } from "#src/domain/roster/roster.ts";
import type { World } from "#src/domain/rules.ts";
import { titleOf } from "../activities/publish-activity.ts";

/** What a plan would change, or every cell of it that is wrong. */
export type ReadRows = ComparedPlan<Planned> | { readonly problems: readonly RosterProblem[] };

/** Compares a plan with what is on file for its organisations, which are locked until the transaction ends. */
export async function readPlanRows(
  tx: Tx,
  scope: readonly number[] | "all",
  { rows, problems }: ReadPlan,
  world: World,
): Promise<ReadRows> {
  const names = [...new Set(rows.flatMap(({ org }) => (org === null ? [] : [org])))];
  const orgs = Map.groupBy(await listOrgsByName(tx, scope, names), (one) => one.name);
  const found: RosterProblem[] = [...problems];
  const whole = rows.flatMap((row) => toWhole(row, orgs, found, world));
  const ids = [...new Set(whole.map((one) => one.orgId))];
  const years = [...new Set(whole.map((one) => yearOf(one.on)))];
  const onFile = ids.length === 0 ? [] : await claimPlanned(tx, ids, years);
  const compared = comparePlan(whole, onFile, world.now);
  for (const { row, on } of [...compared.fresh, ...compared.changed.map((one) => one.row)].filter(
    (one) => one.startsAt <= world.now,
  ))
    found.push(problem(row, "on", "day-over", on));
  for (const { row, before } of compared.changed)
    if (!before.heldBack && before.kind !== row.kind) found.push(problem(row.row, "kind", "kind-told"));
  return found.length > 0 ? { problems: found.sort((a, b) => a.row - b.row) } : compared;
}

const { plan: SHEET } = PLAN_SHEETS;

const problem = (
  row: number,
  column: keyof typeof SHEET.columns,
  fault: RosterFault,
  value = "",
): RosterProblem => ({ sheet: SHEET.name, row, column: SHEET.columns[column].head, fault, value });

function toWhole(
  { row, number, org: name, kind, on, time, place, content }: PlanRow,
  orgs: ReadonlyMap<string, readonly PlanningOrg[]>,
  problems: RosterProblem[],
  { zone }: World,
): WholeRow[] {
  const [org, second] = name === null ? [] : (orgs.get(name) ?? []);
  if (name !== null && org === undefined) problems.push(problem(row, "org", "unknown-unit", name));
  if (second !== undefined) problems.push(problem(row, "org", "unit-of-two", name ?? ""));
  if (org === undefined || number === null || kind === null || on === null || time === null) return [];
  return [
    {
      row,
      planKey: `${yearOf(on)}:${number}`,
      orgId: org.id,
      org: org.name,
      kind,
      title: titleOf({ org: org.name, kind }),
      on,
      time,
      startsAt: toInstant(on, toMinute(time), zone),
      place,
      content,
    },
  ];
}
