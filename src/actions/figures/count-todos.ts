import type { Tx } from "#db/client.ts";
import { countStaffTodos } from "#db/queries/figures/todo.ts";
import type { StaffAsker } from "#db/queries/figures/todo-items.ts";
import type { StaffTodo } from "#src/domain/figures/todo.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { World } from "#src/domain/rules.ts";
import { strikeRules } from "../absences/strike-rules.ts";
import { decisionRights } from "../activities/decision-rights.ts";
import type { Grant } from "../gate.ts";
import { competencesOf } from "../obligations/competence.ts";
import { RIGHTS } from "../rights.ts";

/** How much of each kind waits for each of several members of staff, by person; whoever looks after nobody is missing. */
export async function countTodos(
  tx: Tx,
  grants: readonly Grant[],
  world: World,
): Promise<ReadonlyMap<number, StaffTodo>> {
  const askers = grants.filter(({ scope }) => scope.length > 0);
  return countStaffTodos(
    tx,
    askers.map((one) => toStaffAsker(one, one.personId, world)),
  );
}

/** Who asks what waits, by the roles that count and the rules that hold. */
export const toStaffAsker = (grant: Grant, actorId: number, world: World): StaffAsker => ({
  scope: grant.scope,
  actorId,
  today: world.today,
  waitedSince: waitedSince(world),
  corrects: grant.roles.filter(({ role }) => corrects(role)).map(({ orgId }) => orgId),
  competences: competencesOf(grant, world.policy),
  office: grant.isOffice,
  judges: grant.roles.some(({ role }) => judges(role)),
  zone: world.zone,
  rights: decisionRights(actorId, world),
  rules: strikeRules(world.policy),
});

// The list names nothing that its reader may not do.
const judges = (role: StaffRole): boolean => RIGHTS["absence.close-case"].as?.includes(role) ?? true;
const corrects = (role: StaffRole): boolean => RIGHTS["data.answer"].as?.includes(role) ?? true;
