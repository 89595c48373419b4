import type { WholeRow } from "#src/domain/plans/compare-plan.ts";
import type { FreshView, PlanView } from "#src/domain/requests/plan.ts";
import type { UndatedView } from "#src/domain/requests/undated.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Compared } from "./read-plan-rows.ts";

/** How much a plan would make or change. */
export const planSize = ({ fresh, changed, undated, redated, fixed, adopted }: PlanView): number =>
  [fresh, changed, undated, redated, fixed, adopted].reduce((sum, { length }) => sum + length, 0);

/** What people are shown of a plan before it is made. */
export function toPlanView(
  { fresh, changed, closed, gone, same, undated, adopted, twins }: Compared,
  world: World,
): PlanView {
  return {
    fresh: toFreshViews(fresh),
    changed: changed.map(({ row, before }) => ({
      activity: { number: before.number, ...bare(row), place: row.place ?? before.place },
      before: toActivityView(before, world),
      content: row.content === before.content ? null : row.content,
    })),
    undated: undated.fresh.map(bareUndated),
    redated: undated.changed.map(({ row, before }) => ({
      ...bareUndated(row),
      number: before.number,
      time: row.time ?? before.time,
      place: row.place ?? before.place,
    })),
    fixed: undated.fixed.map(({ row, before }) => ({
      activity: { number: before.number, ...bare(row), place: row.place ?? before.place },
      before: toUndatedView(before),
    })),
    adopted: adopted.map((one) => toActivityView(one, world)),
    twins: twins.map(({ row, published }) => ({
      row: bareUndated(row),
      published: toActivityView(published, world),
    })),
    closed: closed.map((one) => toActivityView(one, world)),
    gone: gone.map((one) => toActivityView(one, world)),
    goneUndated: undated.gone.map(toUndatedView),
    same: same + undated.same,
  };
}

const bare = ({ title, on, time, place }: WholeRow) => ({ title, on, time, place });

const bareUndated = ({ title, from, to, said, time, place }: Omit<UndatedView, "number">) => ({
  title,
  from,
  to,
  said,
  time,
  place,
});

/** What people see of something planned whose day is still open. */
export const toUndatedView = ({ number, ...rest }: UndatedView): UndatedView => ({
  number,
  ...bareUndated(rest),
});

/** Soonest first; a new session with its sittings, a new sitting of a session on file by itself. */
function toFreshViews(fresh: readonly WholeRow[]): FreshView[] {
  const keyOf = (row: WholeRow, key: string | null): string => `${row.orgId} ${key}`;
  const sittings = Map.groupBy(fresh, (row) => keyOf(row, row.sessionKey));
  const own = new Set(fresh.map((row) => keyOf(row, row.planKey)));
  return fresh
    .filter((row) => row.sessionKey === null || !own.has(keyOf(row, row.sessionKey)))
    .sort((a, b) => +a.startsAt - +b.startsAt)
    .map((row) =>
      row.kind === "congress_session"
        ? { ...bare(row), sittings: (sittings.get(keyOf(row, row.planKey)) ?? []).map(bare) }
        : bare(row),
    );
}
