import type { Tx } from "#db/client.ts";
import { listFilings } from "#db/queries/filings.ts";
import type { HeardOnOutcome, HeardOnRequest } from "#src/domain/requests/heard-on.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

/** Finds the record on which something was heard that is told afterwards, before it is shown to be confirmed. */
export async function findHeardOn(
  tx: Tx,
  { actorId }: Grant,
  { card, like }: HeardOnRequest,
  { zone }: When,
): Promise<HeardOnOutcome> {
  const filings = actorId === null ? [] : await listFilings(tx, actorId, { ...like, of: "record" }, zone, 1);
  const [record] = filings;
  return { of: "report.heard-on", card, ...(record === undefined ? {} : { record }) };
}
