import type { Tx } from "#db/client.ts";
import { findOwnCase } from "#db/queries/figures/own.ts";
import type { CaseOutcome, CaseRequest } from "#src/domain/requests/case.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { Grant } from "./gate.ts";

/** Shows one opinion or suggestion to whoever brought it or stands under it. */
export async function showCase(
  tx: Tx,
  { actorId }: Grant,
  { number }: CaseRequest,
): Promise<CaseOutcome | ReportRefusal> {
  const found = actorId === null ? undefined : await findOwnCase(tx, actorId, number);
  return found === undefined ? "no-such-record" : { of: "case.shown", found };
}
