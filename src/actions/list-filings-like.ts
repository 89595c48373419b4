import type { Tx } from "#db/client.ts";
import { listFilings } from "#db/queries/filings.ts";
import type { FilingOutcome, FilingRequest } from "#src/domain/requests/filing.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

/** As many as are shown to choose from. */
const MOST = 4;

/** Lists one's own standing filings that words may mean, newest first; the latest where nothing is like it, and may be meant. */
export async function listFilingsLike(
  tx: Tx,
  { actorId }: Grant,
  { like, only }: FilingRequest,
  { zone }: When,
): Promise<FilingOutcome | ReportRefusal> {
  if (actorId === null) return "nothing-to-withdraw";
  const filings = await listFilings(tx, actorId, like, zone, MOST);
  if (filings.length > 0) return { of: "report.which", filings, found: true };
  if (only === true) return { of: "report.which", filings, found: false };
  const latest = await listFilings(tx, actorId, {}, zone, MOST);
  return latest.length === 0 ? "nothing-to-withdraw" : { of: "report.which", filings: latest, found: false };
}
