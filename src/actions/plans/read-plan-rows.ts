import type { Tx } from "#db/client.ts";
import { claimPlanned, listOrgsByName, type Planned, type PlanningOrg } from "#db/queries/plans.ts";
import { yearOf } from "#src/domain/day.ts";
import { type ComparedPlan, comparePlan, type WholeRow } from "#src/domain/plans/compare-plan.ts";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { ReadPlan } from "#src/domain/requests/plan.ts";
import type { RosterFault, RosterProblem } from "#src/domain/roster/roster.ts";
import type { World } from "#src/domain/rules.ts";
import { toWholeRow, toWholeSessions } from "./whole-rows.ts";

/** What a plan would change, or every cell of it that is wrong. */
export type ReadRows = ComparedPlan<Planned> | { readonly problems: readonly RosterProblem[] };

/** Compares a plan with what is on file for its organisations, which are locked until the transaction ends. */
export async function readPlanRows(
  tx: Tx,
  scope: readonly number[] | "all",
  { rows, sittings, problems }: ReadPlan,
  world: World,
): Promise<ReadRows> {
  const names = [...new Set([...rows, ...sittings].flatMap(({ org }) => (org === null ? [] : [org])))];
  const orgs = Map.groupBy(await listOrgsByName(tx, scope, names), (one) => one.name);
  const found: RosterProblem[] = [...problems];
  const whole = [
    ...rows.flatMap((row) => toWholeRow(row, findOrg(row, "plan", orgs, found), world)),
    ...toWholeSessions(
      sittings.map((row) => ({ row, org: findOrg(row, "sessions", orgs, found) })),
      world,
    ),
  ];
  const ids = [...new Set(whole.map((one) => one.orgId))];
  const years = [...new Set(whole.map((one) => yearOf(one.on)))];
  const onFile = ids.length === 0 ? [] : await claimPlanned(tx, ids, years);
  const compared = comparePlan(whole, onFile, world.now);
  found.push(...faultsOf(compared, world));
  return found.length > 0 ? { problems: found.sort((a, b) => a.row - b.row) } : compared;
}

/** What is wrong with rows only beside what is on file. */
function faultsOf({ fresh, changed }: ComparedPlan<Planned>, { now }: World): RosterProblem[] {
  const over = [...fresh, ...changed.map((one) => one.row)]
    .filter((one) => one.kind !== "congress_session" && one.startsAt <= now)
    .map((one) => problem(one, "on", "day-over", one.on));
  const told = changed
    .filter(({ row, before }) => !before.heldBack && row.kind !== before.kind)
    .map(({ row }) => problem(row, "kind", "kind-told"));
  const renamed = changed
    .filter(
      ({ row, before }) => !before.heldBack && row.kind === "congress_session" && row.title !== before.title,
    )
    .map(({ row }) => ({
      ...problem(row, "kind", "title-told"),
      column: PLAN_SHEETS.sessions.columns.title.head,
    }));
  return [...over, ...told, ...renamed];
}

type Place = Pick<WholeRow, "row" | "sheet">;

const problem = (
  { row, sheet }: Place,
  column: "number" | "org" | "kind" | "on",
  fault: RosterFault,
  value = "",
): RosterProblem => {
  const { name, columns } = PLAN_SHEETS[sheet];
  return { sheet: name, row, column: columns[column].head, fault, value };
};

/** The one organisation of a row's name; what is wrong with the name goes into `problems`. */
function findOrg(
  { row, org: name }: { readonly row: number; readonly org: string | null },
  sheet: Place["sheet"],
  orgs: ReadonlyMap<string, readonly PlanningOrg[]>,
  problems: RosterProblem[],
): PlanningOrg | undefined {
  if (name === null) return undefined;
  const named = orgs.get(name) ?? [];
  const able = sheet === "plan" ? named : named.filter((one) => one.hasCongress);
  const [org, second] = able;
  const fault = named.length === 0 ? "unknown-unit" : "not-a-congress";
  if (org === undefined) problems.push(problem({ row, sheet }, "org", fault, name));
  if (second !== undefined) problems.push(problem({ row, sheet }, "org", "unit-of-two", name));
  return org;
}
