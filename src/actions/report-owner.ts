import type { Tx } from "#db/client.ts";
import { listSeatsInScope } from "#db/queries/deputies.ts";
import { type Day, eachDay } from "#src/domain/day.ts";
import { heldThroughout, mandateOn } from "#src/domain/mandate-on.ts";
import type { Mandate } from "#src/domain/person.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

/** What lasted longer than this, nobody reports as one thing. */
const LONGEST_DAYS = 400;

/** The mandate that something is filed under. */
type Held = { readonly mandateId: number; readonly townshipId: number | null };

/** Whose records are filed, and under which mandate: the one that ran on the day, not today's. */
export type Owner = {
  readonly personId: number;
  readonly name: string;
  readonly heldOn: (day: Day) => Held | undefined;
  /** The mandate of the first day, provided that there is one on every day up to the last. */
  readonly heldThroughout: (from: Day, to: Day) => Held | undefined;
};

/**
 * The speaker, or the one deputy of this name whom the speaker looks after on one of the days of these spans. Undefined where there
 * is nobody, or more than one.
 */
export async function findOwner(
  tx: Tx,
  grant: Grant,
  onBehalf: string | undefined,
  spans: readonly { readonly from: Day; readonly to: Day }[],
  { today }: When,
): Promise<Owner | undefined> {
  if (onBehalf === undefined) return toOwner(grant);
  const days = spans.flatMap(({ from, to }) => eachDay(from, to).slice(0, LONGEST_DAYS));
  const seats = await listSeatsInScope(tx, grant.scope, [onBehalf], [...days, today]);
  const [first] = seats;
  if (first === undefined || seats.some((one) => one.personId !== first.personId)) return undefined;
  const byDay = new Map(seats.map((one) => [one.day, one]));
  return {
    personId: first.personId,
    name: first.name,
    heldOn: (day) => byDay.get(day),
    heldThroughout: (from, to) =>
      eachDay(from, to).every((day) => byDay.has(day)) ? byDay.get(from) : undefined,
  };
}

function toOwner({ actorId, actorName, mandates, mandate }: Grant): Owner | undefined {
  if (actorId === null || mandate === null) return undefined;
  return {
    personId: actorId,
    name: actorName,
    heldOn: (day) => toHeld(mandateOn(mandates, day)),
    heldThroughout: (from, to) => toHeld(heldThroughout(mandates, from, to)),
  };
}

const toHeld = (mandate: Mandate | null): Held | undefined =>
  mandate === null ? undefined : { mandateId: mandate.id, townshipId: mandate.townshipId };
