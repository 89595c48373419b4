import type { Tx } from "#db/client.ts";
import { countDeputyTodo, countStaffTodo } from "#db/queries/figures/todo.ts";
import type { FigureOutcome, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { countOpenCases } from "../absences/close-case.ts";
import { waitedSince } from "./frame.ts";

/** What waits for the speaker: for staff in their subtrees, for a deputy his or her own word; for both, both. */
export async function showTodo(
  tx: Tx,
  grant: Grant,
  _request: FigureRequest,
  world: World,
): Promise<FigureOutcome | "not-bound"> {
  const { actorId, scope, mandate } = grant;
  if (actorId === null) return "not-bound";
  const { today } = world;
  const asker = { scope, actorId, today, waitedSince: waitedSince(world), office: grant.isOffice };
  const cases = grant.isOffice ? await countOpenCases(tx, scope, world.policy) : 0;
  const view = {
    kind: "figures.todo",
    staff: scope.length === 0 ? null : { ...(await countStaffTodo(tx, asker)), cases },
    deputy: mandate === null ? null : await countDeputyTodo(tx, actorId, today),
    today,
  } as const;
  return { of: "figures.shown", view };
}
