import type { Tx } from "#db/client.ts";
import { listSeatsInScope } from "#db/queries/deputies.ts";
import type { Day } from "#src/domain/day.ts";
import { mandateOn } from "#src/domain/mandate-on.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

/** The mandate that something is filed under. */
type Held = { readonly mandateId: number; readonly townshipId: number | null };

/** Whose records are filed, and under which mandate: the one that ran on the day, not today's. */
export type Owner = {
  readonly personId: number;
  readonly name: string;
  readonly heldOn: (day: Day) => Held | undefined;
};

/**
 * The speaker, or the one deputy of this name whom the speaker looks after on one of these days. Undefined where there
 * is nobody, or more than one.
 */
export async function findOwner(
  tx: Tx,
  grant: Grant,
  onBehalf: string | undefined,
  days: readonly Day[],
  { today }: When,
): Promise<Owner | undefined> {
  if (onBehalf === undefined) return toOwner(grant);
  const seats = await listSeatsInScope(tx, grant.scope, [onBehalf], [...days, today]);
  const [first] = seats;
  if (first === undefined || seats.some((one) => one.personId !== first.personId)) return undefined;
  const heldOn = (day: Day): Held | undefined => seats.find((one) => one.day === day);
  return { personId: first.personId, name: first.name, heldOn };
}

function toOwner({ actorId, actorName, mandates, mandate }: Grant): Owner | undefined {
  if (actorId === null || mandate === null) return undefined;
  const heldOn = (day: Day): Held | undefined => {
    const held = mandateOn(mandates, day);
    return held === null ? undefined : { mandateId: held.id, townshipId: held.townshipId };
  };
  return { personId: actorId, name: actorName, heldOn };
}
