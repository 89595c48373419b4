import type { Tx } from "#db/client.ts";
import { findCaseIn } from "#db/queries/figures/case-in-scope.ts";
import { findOwnCase } from "#db/queries/figures/own.ts";
import type { CaseOutcome, CaseRequest } from "#src/domain/requests/case.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { Grant } from "./gate.ts";

/** Shows one opinion or suggestion to whoever brought it or stands under it, and to the staff who look after it. */
export async function showCase(
  tx: Tx,
  { actorId, scope, isOffice }: Grant,
  { number }: CaseRequest,
): Promise<CaseOutcome | ReportRefusal> {
  const own = actorId === null ? undefined : await findOwnCase(tx, actorId, number);
  if (own !== undefined) return { of: "case.shown", found: own, mine: true };
  const found = scope.length === 0 ? undefined : await findCaseIn(tx, scope, isOffice, number);
  return found === undefined ? "no-such-case" : { of: "case.shown", found, mine: false };
}
