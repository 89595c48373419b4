import type { Tx } from "#db/client.ts";
import type { Grant } from "#src/actions/gate.ts";
import { dropGone } from "#src/actions/plans/drop-gone.ts";
import { previewPlan, publishPlan } from "#src/actions/plans/publish-plan.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { PlanRequest } from "#src/domain/requests/plan.ts";
import type { WorkbookRequest } from "#src/domain/requests/workbook.ts";
import { handOutTemplate } from "./hand-out-template.ts";
import type { PerformParts, Performed } from "./perform.ts";
import { readWorkbook } from "./read-workbook.ts";

type Asked = PlanRequest | WorkbookRequest;

/** True for what is asked about yearly plans and the workbooks they come in. */
export const isAboutPlans = (request: Request): request is Asked => /^(?:plan|workbook)\./u.test(request.do);

/** Does what was asked about yearly plans and workbooks. */
export function performPlan(
  tx: Tx,
  parts: PerformParts,
  grant: Grant,
  request: Asked,
  facts: Facts,
): Promise<Outcome | Performed | Refusal> {
  switch (request.do) {
    case "workbook.read":
      return readWorkbook(tx, parts, request, facts);
    case "workbook.template":
      return handOutTemplate(tx, parts, request, facts);
    case "plan.preview":
      return previewPlan(tx, grant, request, facts);
    case "plan.publish":
      return publishPlan(tx, grant, request, facts);
    case "plan.drop":
      return dropGone(tx, grant, request, facts);
  }
}
