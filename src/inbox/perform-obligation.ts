import type { Tx } from "#db/client.ts";
import type { Grant } from "#src/actions/gate.ts";
import { decideReport } from "#src/actions/obligations/decide-report.ts";
import { enterPaper } from "#src/actions/obligations/enter-paper.ts";
import { nudgeOwing } from "#src/actions/obligations/nudge-owing.ts";
import { tellOnPaper } from "#src/actions/obligations/tell-on-paper.ts";
import { readReport } from "#src/actions/obligations/read-report.ts";
import { listLateObligations, listOwnObligations } from "#src/actions/obligations/list-owed.ts";
import { tellWhether } from "#src/actions/obligations/tell-whether.ts";
import { submitReport } from "#src/actions/obligations/submit-report.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { PerformParts, Performed } from "./perform.ts";

/** True for what is asked about things owed and reports handed in. */
export const isAboutObligations = (request: Request): request is ObligationRequest =>
  request.do.startsWith("obligation.");

/** Does what was asked about things owed and reports handed in. */
export function performObligation(
  tx: Tx,
  { vault }: PerformParts,
  grant: Grant,
  request: ObligationRequest,
  world: Facts,
): Promise<Outcome | Performed | Refusal> {
  switch (request.do) {
    case "obligation.submit":
      return submitReport(tx, vault, grant, request, world);
    case "obligation.accept":
    case "obligation.return":
      return decideReport(tx, grant, request, world);
    case "obligation.read":
      return readReport(tx, vault, grant, request, world);
    case "obligation.on-paper":
      return tellOnPaper(tx, grant, request, world);
    case "obligation.enter-paper":
      return enterPaper(tx, grant, request, world);
    case "obligation.nudge":
      return nudgeOwing(tx, grant, request, world);
    case "obligation.own":
      return listOwnObligations(tx, grant, request, world);
    case "obligation.whether":
      return tellWhether(tx, grant, request, world);
    case "obligation.late":
      return listLateObligations(tx, grant, request, world);
  }
}
