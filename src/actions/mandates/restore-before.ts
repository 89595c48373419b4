import type { Tx } from "#db/client.ts";
import { deleteLapsedCalls } from "#db/queries/late-calls.ts";
import {
  annulMandates,
  deleteOwed,
  deleteSuspensions,
  restoreMandates,
  restoreSuspensions,
  returnFilings,
  returnSeats,
  type SeatReturn,
} from "#db/queries/mandate-restore.ts";
import { moveCalls } from "#db/queries/move-calls.ts";
import type { StandingChange } from "#db/queries/mandate-undo.ts";
import type { HeldMandate } from "#db/queries/mandates.ts";
import { type KeptBefore, parseKept } from "./kept-before.ts";

/** The mandates of a change: those that were there before, those that began with it, and which go back to which. */
type Sorted = {
  readonly earlier: readonly (HeldMandate & { readonly kept: KeptBefore })[];
  readonly begun: readonly HeldMandate[];
  readonly returns: readonly SeatReturn[];
};

// Before any activity.
const EVER = "0001-01-01";

/** Sorts the mandates of a change; undefined where what they were was not kept. */
export function sortOut({ before }: StandingChange, mandates: readonly HeldMandate[]): Sorted | undefined {
  const begun = mandates.filter((one) => before.get(one.id) === null);
  const earlier = mandates.flatMap((one) => {
    const said = before.get(one.id);
    const kept = typeof said === "string" ? parseKept(said) : undefined;
    return kept === undefined ? [] : [{ ...one, kept }];
  });
  if (earlier.length + begun.length < mandates.length) return undefined;
  const returns = begun.flatMap((one) => {
    const old = earlier.find(({ personId, level }) => personId === one.personId && level === one.level);
    return old === undefined ? [] : [{ from: one.id, to: old.id }];
  });
  return { earlier, begun, returns };
}

const restedBefore = ({ id, kept: { rest } }: Sorted["earlier"][number]) =>
  rest === null ? [] : [{ ...rest, mandateId: id }];

/** Makes the mandates of a change again what they were before it. */
export async function restoreBefore(
  tx: Tx,
  change: StandingChange,
  mandates: readonly HeldMandate[],
  people: readonly number[],
  now: Date,
): Promise<void> {
  const sorted = sortOut(change, mandates);
  if (sorted === undefined) throw new TypeError("a change that cannot be undone");
  const { earlier, begun, returns } = sorted;
  if (change.change === "suspend")
    await deleteSuspensions(
      tx,
      earlier.map((one) => one.id),
      change.on,
    );
  if (change.change === "resume") await restoreSuspensions(tx, earlier.flatMap(restedBefore));
  await restoreMandates(
    tx,
    earlier.map(({ id, kept: { to, status } }) => ({ id, to, status })),
  );
  const fresh = begun.map((one) => one.id);
  await annulMandates(tx, fresh);
  // Calls that both seats share go back first: what is left of what lies ahead concerns the seat before no more.
  await moveCalls(
    tx,
    returns.map((one) => ({ oldId: one.from, newId: one.to, on: EVER })),
  );
  await deleteLapsedCalls(tx, people, now);
  // Whoever was elected by mistake held an ended seat before, if any: that one is owed and called to nothing.
  await (change.change === "by_election" ? returnFilings : returnSeats)(tx, returns);
  await deleteOwed(tx, fresh);
}
