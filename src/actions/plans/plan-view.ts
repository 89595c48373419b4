import type { Planned } from "#db/queries/plans.ts";
import type { ComparedPlan, WholeRow } from "#src/domain/plans/compare-plan.ts";
import type { FreshView, PlanView } from "#src/domain/requests/plan.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "../activities/activity-view.ts";

/** What people are shown of a plan before it is made. */
export function toPlanView(
  { fresh, changed, closed, gone, same }: ComparedPlan<Planned>,
  world: World,
): PlanView {
  return {
    fresh: toFreshViews(fresh),
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

const bare = ({ title, on, time, place }: WholeRow) => ({ title, on, time, place });

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
