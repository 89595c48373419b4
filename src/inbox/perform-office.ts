import type { Tx } from "#db/client.ts";
import { hearFeedback } from "#src/actions/feedback.ts";
import { listToNudge, nudgeMissing } from "#src/actions/figures/nudge-missing.ts";
import { showOwnData } from "#src/actions/figures/show-own-data.ts";
import { workOutFigure } from "#src/actions/figures/work-out-figure.ts";
import type { Grant } from "#src/actions/gate.ts";
import { setOnCall } from "#src/actions/set-on-call.ts";
import { showRetention } from "#src/actions/show-retention.ts";
import { returnRecord } from "#src/actions/verify/return-record.ts";
import { returnRecords } from "#src/actions/verify/return-records.ts";
import { listToVerify } from "#src/actions/verify/list-to-verify.ts";
import { verifyRecords } from "#src/actions/verify/verify-records.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Refusal, Outcome } from "#src/domain/request.ts";
import type { FeedbackRequest } from "#src/domain/requests/feedback.ts";
import type { FigureRequest } from "#src/domain/requests/figures.ts";
import type { NudgeRequest } from "#src/domain/requests/nudge.ts";
import type { OnCallRequest } from "#src/domain/requests/on-call.ts";
import type { RetentionRequest } from "#src/domain/requests/retention.ts";
import type { VerifyRequest } from "#src/domain/requests/verify.ts";
import type { Performed } from "./perform.ts";

/** What staff mostly ask for: figures, records to verify, deputies to remind, call, and what is said about the program. */
export type OfficeRequest =
  | FigureRequest
  | VerifyRequest
  | NudgeRequest
  | OnCallRequest
  | RetentionRequest
  | FeedbackRequest;

/** Does one such thing under a grant. */
export function performOffice(
  tx: Tx,
  grant: Grant,
  request: OfficeRequest,
  world: Facts,
): Promise<Outcome | Performed | Refusal> {
  switch (request.do) {
    case "verify.list":
      return listToVerify(tx, grant, request, world);
    case "verify.mark":
      return verifyRecords(tx, grant, request, world);
    case "verify.return":
      return returnRecord(tx, grant, request, world);
    case "verify.return-list":
    case "verify.return-all":
      return returnRecords(tx, grant, request, world);
    case "nudge.list":
      return listToNudge(tx, grant, request, world);
    case "nudge.send":
      return nudgeMissing(tx, grant, request, world);
    case "on-call.show":
    case "on-call.set":
      return setOnCall(tx, grant, request, world);
    case "figures.own-data":
      return showOwnData(tx, grant, world);
    case "retention.show":
      return showRetention(tx, grant, world);
    case "feedback.leave":
    case "feedback.list":
    case "feedback.close":
      return hearFeedback(tx, grant, request, world);
    default:
      return workOutFigure(tx, grant, request, world);
  }
}
