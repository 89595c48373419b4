import type { Tx } from "#db/client.ts";
import { listToldOfWishes } from "#db/queries/told-of-wishes.ts";
import type { News } from "#src/domain/news.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

/** A wish for leave that was decided on; `nth`: the how many-th decision on it. */
export type Settled = {
  readonly id: number;
  readonly nth: number;
  readonly name: string;
  readonly activity: ActivityView;
};

/** Tells whoever else was asked for these wishes that a colleague has decided on them: each once, of all of them. */
export async function tellSettled(
  tx: Tx,
  grant: Grant,
  decided: readonly Settled[],
  approved: boolean,
  { today }: World,
): Promise<readonly News[]> {
  const [first] = decided;
  if (first === undefined) return [];
  const told = await listToldOfWishes(
    tx,
    decided.map(({ id }) => id),
    grant.personId,
    today,
  );
  const key = `leave-settled:${first.id}:${first.nth}:${decided.length}`;
  return [...Map.groupBy(told, ({ personId }) => personId)].map(([to, of]): News => {
    const ids = new Set(of.map(({ leaveId }) => leaveId));
    const wishes = decided.filter(({ id }) => ids.has(id)).map(({ name, activity }) => ({ name, activity }));
    return { to, key, word: { kind: "activity.leave-settled", approved, by: grant.actorName, wishes } };
  });
}
