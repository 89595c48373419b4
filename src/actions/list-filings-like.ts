import type { Tx } from "#db/client.ts";
import { listEnteredFor } from "#db/queries/entered-by.ts";
import { listFilings } from "#db/queries/filings.ts";
import type { FilingOutcome, FilingRequest } from "#src/domain/requests/filing.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";
import { toWriter } from "./withdraw-entered.ts";

/** As many as are shown to choose from. */
const MOST = 4;

/**
 * Lists one's own standing filings that words may mean, newest first; the latest where nothing is like it, and may be meant.
 * Where a deputy is named they are what staff wrote down for him or her and may still take back.
 */
export async function listFilingsLike(
  tx: Tx,
  grant: Grant,
  { like, only }: FilingRequest,
  world: World,
): Promise<FilingOutcome | ReportRefusal> {
  const { actorId } = grant;
  const { zone } = world;
  if (actorId === null) return "nothing-to-withdraw";
  if (like.person !== undefined) {
    const entered = await listEnteredFor(tx, toWriter(grant, world), like.person, like, MOST);
    return entered.length === 0 ? "nothing-entered" : { of: "report.which", filings: entered, found: true };
  }
  const filings = await listFilings(tx, actorId, like, zone, MOST);
  if (filings.length > 0) return { of: "report.which", filings, found: true };
  if (only === true) return { of: "report.which", filings, found: false };
  const latest = await listFilings(tx, actorId, {}, zone, MOST);
  return latest.length === 0 ? "nothing-to-withdraw" : { of: "report.which", filings: latest, found: false };
}
