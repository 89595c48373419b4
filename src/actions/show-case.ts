import type { Tx } from "#db/client.ts";
import { findCaseIn, findOrigin } from "#db/queries/figures/case-in-scope.ts";
import { findOwnCase } from "#db/queries/figures/own.ts";
import type { CaseOutcome, CaseRequest } from "#src/domain/requests/case.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";

/** Shows one opinion or suggestion to whoever brought it or stands under it, and to the staff who look after it. */
export async function showCase(
  tx: Tx,
  { actorId, scope, isOffice }: Grant,
  { number }: CaseRequest,
  { zone }: World,
): Promise<CaseOutcome | ReportRefusal> {
  const own = actorId === null ? undefined : await findOwnCase(tx, actorId, number);
  if (own !== undefined) return { of: "case.shown", found: own, mine: true };
  const found = scope.length === 0 ? undefined : await findCaseIn(tx, scope, isOffice, number);
  if (found === undefined) return "no-such-case";
  const origin = found.what === "opinion" ? await findOrigin(tx, scope, number, zone) : undefined;
  return { of: "case.shown", found, mine: false, ...(origin === undefined ? {} : { origin }) };
}
