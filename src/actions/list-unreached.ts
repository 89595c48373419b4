import type { Tx } from "#db/client.ts";
import { listReachable } from "#db/queries/accounts.ts";
import type { World } from "#src/domain/rules.ts";

/** The names of those whom no channel reaches: somebody has to telephone. In the order they were given. */
export async function listUnreached(
  tx: Tx,
  people: readonly { readonly personId: number; readonly name: string }[],
  { channels }: Pick<World, "channels">,
): Promise<readonly string[]> {
  const ids = people.map((one) => one.personId);
  const reachable = await listReachable(tx, ids, channels);
  return people.filter((one) => !reachable.has(one.personId)).map((one) => one.name);
}
