import type { Tx } from "#db/client.ts";
import {
  claimPlanned,
  claimUnplanned,
  listPublishedWithin,
  listOrgsByName,
  type Planned,
  type PlanningOrg,
  type Unplanned,
} from "#db/queries/plans.ts";
import { claimUndated, type Undated } from "#db/queries/undated-plans.ts";
import { meetingAsKept } from "#src/domain/personal-data/meeting-as-kept.ts";
import { yearOf } from "#src/domain/day.ts";
import { daysOf, yearOfPlan } from "#src/domain/plans/cell-when.ts";
import {
  type ComparedPlan,
  comparePlan,
  findPublished,
  type WholeRow,
} from "#src/domain/plans/compare-plan.ts";
import { type ComparedUndated, compareUndated, type UndatedRow } from "#src/domain/plans/compare-undated.ts";
import { findPossibleTwins, type PossibleTwin } from "#src/domain/plans/find-possible-twins.ts";
import { planKeyOf } from "#src/domain/plans/plan-key.ts";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { PlanRow, ReadPlan } from "#src/domain/requests/plan.ts";
import type { RosterFault, RosterProblem } from "#src/domain/roster/roster.ts";
import type { RosterColumn } from "#src/domain/roster/roster-sheets.ts";
import type { World } from "#src/domain/rules.ts";
import { asOnFile, toReadRow, toWholeSessions } from "./whole-rows.ts";

/** What a plan would change, row by row. */
export type Compared = ComparedPlan<Planned> & {
  readonly undated: ComparedUndated<Undated>;
  /** Published before without a plan, and the same as rows of this one. */
  readonly adopted: readonly Planned[];
  /** What plans before left open, and is one of the adopted. */
  readonly merged: readonly Undated[];
  readonly twins: readonly PossibleTwin<Unplanned>[];
};

/** What a plan would change, or every cell of it that is wrong. */
export type ReadRows = Compared | { readonly problems: readonly RosterProblem[] };

/** Compares a plan with what is on file for its organisations, which are locked until the transaction ends. */
export async function readPlanRows(
  tx: Tx,
  scope: readonly number[] | "all",
  { rows: planned, sittings: sat, problems }: ReadPlan,
  world: World,
): Promise<ReadRows> {
  const [rows, sittings] = [planned.map(meetingAsKept), sat.map(meetingAsKept)];
  const names = [...new Set([...rows, ...sittings].flatMap(({ org }) => (org === null ? [] : [org])))];
  const orgs = Map.groupBy(await listOrgsByName(tx, scope, names), (one) => one.name);
  const found: RosterProblem[] = [...problems];
  const year = yearOfPlan(
    rows.flatMap(({ when }) => (when === null ? [] : [when])),
    world.today,
  );
  found.push(...withoutYear(rows, year, world));
  const read = rows.flatMap((row) => toReadRow(row, findOrg(row, "plan", orgs, found), year, world));
  const placed = sittings.map((row) => ({ row, org: findOrg(row, "sessions", orgs, found) }));
  const dated = [
    ...read.flatMap((one) => ("dated" in one ? [one.dated] : [])),
    ...toWholeSessions(placed, world),
  ];
  const compared = await compare(
    tx,
    dated,
    read.flatMap((one) => ("undated" in one ? [one.undated] : [])),
    world,
  );
  found.push(...faultsOf(compared, world));
  return found.length > 0 ? { problems: found.sort((a, b) => a.row - b.row) } : compared;
}

async function compare(
  tx: Tx,
  dated: readonly WholeRow[],
  open: readonly UndatedRow[],
  world: World,
): Promise<Compared> {
  const all = [...dated, ...open];
  const ids = [...new Set(all.map((one) => one.orgId))];
  const years = [...new Set(all.map((one) => Number(one.planKey.split(":")[0])))];
  const planned = await claimPlanned(tx, ids, years);
  const stillOpen = await claimUndated(tx, ids, years);
  const moments = dated.map((one) => one.startsAt);
  const adopted = findPublished(
    dated,
    new Set(planned.map(planKeyOf)),
    await claimUnplanned(tx, ids, moments),
  );
  const onFile = [...planned, ...adopted];
  const activities = new Map(onFile.map((one) => [planKeyOf(one), one]));
  const settled = open.flatMap((row) => {
    const activity = activities.get(planKeyOf(row));
    return activity === undefined ? [] : [asOnFile(row, activity, world)];
  });
  const named = new Set(all.map(planKeyOf));
  const compared = comparePlan([...dated, ...settled], named, onFile, world.now);
  const rest = open.filter((row) => !activities.has(planKeyOf(row)));
  const undated = compareUndated(
    rest,
    compared.fresh,
    named,
    stillOpen.filter((one) => !activities.has(planKeyOf(one))),
  );
  const fixed = new Set<WholeRow>(undated.fixed.map(({ row }) => row));
  const within = await listPublishedWithin(tx, undated.fresh.map(toStretch));
  const merged = stillOpen.filter((one) => one.open && activities.has(planKeyOf(one)));
  const taken = new Set(adopted.map((one) => one.id));
  const twins = findPossibleTwins(
    undated.fresh,
    within.filter((one) => !taken.has(one.id)),
  );
  const fresh = compared.fresh.filter((row) => !fixed.has(row));
  return { ...compared, adopted, merged, twins, fresh, undated };
}

const toStretch = ({ orgId, kind, from, to }: UndatedRow) => ({ orgId, kind, from, to });

/** A day without its year that is still ahead this year, in a plan of another year: it may be either. */
const withoutYear = (rows: readonly PlanRow[], year: number, { today }: World): RosterProblem[] =>
  rows.flatMap(({ row, when }) =>
    when?.year === null && when.exact && year !== yearOf(today) && daysOf(when, yearOf(today))[0] >= today
      ? [problem({ row, sheet: "plan" }, "when", "no-year", when.said)]
      : [],
  );

/** What is wrong with rows only beside what is on file. */
function faultsOf({ fresh, changed, undated }: Compared, { now, today }: World): RosterProblem[] {
  const over = [...fresh, ...changed.map((one) => one.row), ...undated.fixed.map((one) => one.row)]
    .filter((one) => one.kind !== "congress_session" && one.startsAt <= now)
    .map((one) => problem(one, one.sheet === "plan" ? "when" : "on", "day-over", one.on));
  const past = [...undated.fresh, ...undated.changed.map((one) => one.row)]
    .filter((one) => one.to < today)
    .map((one) => problem({ ...one, sheet: "plan" }, "when", "day-over", one.said));
  const told = changed
    .filter(({ row, before }) => !before.heldBack && row.kind !== before.kind)
    .map(({ row }) => problem(row, "kind", "kind-told"));
  const renamed = changed
    .filter(
      ({ row, before }) => !before.heldBack && row.kind === "congress_session" && row.title !== before.title,
    )
    .map(({ row }) => problem(row, "title", "title-told"));
  return [...over, ...past, ...told, ...renamed];
}

type Place = Pick<WholeRow, "row" | "sheet">;

const problem = ({ row, sheet }: Place, column: string, fault: RosterFault, value = ""): RosterProblem => {
  const { name, columns } = PLAN_SHEETS[sheet];
  const { head } = new Map(Object.entries<RosterColumn>(columns)).get(column) ?? { head: "" };
  return { sheet: name, row, column: head, fault, value };
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
