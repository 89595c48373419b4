import type { Tx } from "#db/client.ts";
import { claimWaitingLeaves } from "#db/queries/waiting-leaves.ts";
import type { AskedLeave, LeaveDecision, LeaveDecisionOutcome } from "#src/domain/requests/leave-decision.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { decisionRights } from "./decision-rights.ts";

type Meant = { readonly of: "meant"; readonly name: string; readonly leave: number };
type Which = Extract<LeaveDecisionOutcome, { of: "activity.which-wish" }>;

/**
 * The wish that somebody means who says no name in full: of those of a surname, or of all that wait for him or her. Of
 * several one is asked for, the latest first. Undefined where none waits.
 */
export async function findMeantLeave(
  tx: Tx,
  personId: number,
  request: LeaveDecision,
  world: World,
): Promise<Meant | Which | undefined> {
  const { surname = "", activity, approve, note } = request;
  const rights = decisionRights(personId, world);
  const waiting = (await claimWaitingLeaves(tx, { names: "everybody", activity }, rights))
    .filter((one) => one.name.startsWith(surname))
    .toSorted((a, b) => b.id - a.id);
  const meant = narrowed(waiting, request, world);
  const [one, ...others] = meant;
  if (one === undefined) return undefined;
  if (others.length === 0) return { of: "meant", name: one.name, leave: one.id };
  const leaves = meant.map(({ id: leave, name, code, group, ...at }): AskedLeave => ({
    leave,
    name,
    code,
    group,
    activity: toActivityView(at, world),
  }));
  return { of: "activity.which-wish", name: "", approve, note, leaves };
}

/** Of several wishes those of a day, and those asked for belatedly, where there are such; else all of them. */
export function narrowed<L extends { readonly late: boolean } & Parameters<typeof toActivityView>[0]>(
  leaves: readonly L[],
  { on, late }: Pick<LeaveDecision, "on" | "late">,
  world: World,
): readonly L[] {
  const then = leaves.filter((one) => toActivityView(one, world).on === on);
  const ofDay = then.length > 0 ? then : leaves;
  const belated = late === true ? ofDay.filter((one) => one.late) : [];
  return belated.length > 0 ? belated : ofDay;
}
