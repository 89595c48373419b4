import type { Tx } from "#db/client.ts";
import { listStanding } from "#db/queries/standing.ts";
import { countTodos } from "#src/actions/figures/count-todos.ts";
import type { StaffTodo } from "#src/domain/figures/todo.ts";
import type { World } from "#src/domain/rules.ts";
import { reopenGrant } from "./perform.ts";

/** What waits for each of some members of staff, as 待办 would tell them today; whoever may not ask it is missing. */
export async function countWaitingFor(
  tx: Tx,
  people: readonly number[],
  world: World,
): Promise<ReadonlyMap<number, StaffTodo>> {
  const grants = (await listStanding(tx, people, world.today)).map((one) =>
    reopenGrant(one, "figures.todo", world.today),
  );
  return countTodos(
    tx,
    grants.filter((one) => typeof one !== "string"),
    world,
  );
}
