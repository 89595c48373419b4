import type { Tx } from "#db/client.ts";
import { listDeputiesInScope, listSeatsInScope } from "#db/queries/deputies.ts";
import { nearNames } from "#src/domain/near-names.ts";
import type { WhoseOutcome, WhoseRequest } from "#src/domain/requests/whose.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

/** More names than these are no menu any more: the name is said instead. */
const MOST = 8;

/** Finds the deputy whom staff report for, before anything is shown to be confirmed; or lists whom it may be. */
export async function findWhose(
  tx: Tx,
  { scope }: Grant,
  { card, name, days }: WhoseRequest,
  { today }: When,
): Promise<WhoseOutcome> {
  const named = name === undefined ? [] : await listSeatsInScope(tx, scope, [name], [...days, today]);
  const [first] = named;
  if (first !== undefined) return { of: "report.whose-found", card, name: first.name };
  const all = await listDeputiesInScope(tx, scope, today);
  const near = name === undefined ? [] : nearNames(name, all);
  // Whose name is all but the one that was said is meant, and no longer list hides it.
  const others = near.length > 0 || all.length > MOST ? [] : all;
  return {
    of: "report.whose",
    card,
    ...(name === undefined ? {} : { wanted: name }),
    names: [...near, ...others],
  };
}
