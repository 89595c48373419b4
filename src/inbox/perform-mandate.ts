import type { Tx } from "#db/client.ts";
import { changeMandate, previewChange } from "#src/actions/mandates/change-mandate.ts";
import { previewUndo, undoChange } from "#src/actions/mandates/undo-change.ts";
import type { Grant } from "#src/actions/gate.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { MandateRequest } from "#src/domain/requests/mandate.ts";
import type { World } from "#src/domain/rules.ts";
import type { Performed, PerformParts } from "./perform.ts";

/** True for what is asked about mandates. */
export const isAboutMandates = (request: Request): request is MandateRequest =>
  request.do.startsWith("mandate.");

/** Does what was asked about mandates. */
export function performMandate(
  tx: Tx,
  { vault }: PerformParts,
  grant: Grant,
  request: MandateRequest,
  world: World,
): Promise<Outcome | Performed | Refusal> {
  switch (request.do) {
    case "mandate.preview":
      return previewChange(tx, grant, request, world);
    case "mandate.change":
      return changeMandate(tx, vault, grant, request, world);
    case "mandate.undo-preview":
      return previewUndo(tx, grant, request, world);
    case "mandate.undo":
      return undoChange(tx, grant, request, world);
  }
}
