import type { Tx } from "#db/client.ts";
import { closeCase } from "#src/actions/absences/close-case.ts";
import { decideObjection } from "#src/actions/absences/decide-objection.ts";
import { enterTold } from "#src/actions/absences/enter-told.ts";
import { objectAbsence } from "#src/actions/absences/object-absence.ts";
import type { Grant } from "#src/actions/gate.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { AbsenceRequest } from "#src/domain/requests/absence.ts";
import type { World } from "#src/domain/rules.ts";
import type { PerformParts, Performed } from "./perform.ts";

/** True for what is asked about absences that were told of. */
export const isAboutAbsences = (request: Request): request is AbsenceRequest =>
  request.do.startsWith("absence.");

/** Does what was asked about absences: objections, decisions on them, cases, and who was told by staff. */
export async function performAbsence(
  tx: Tx,
  { vault }: PerformParts,
  grant: Grant,
  request: AbsenceRequest,
  world: World,
): Promise<Outcome | Performed | Refusal> {
  switch (request.do) {
    case "absence.enter-told":
      return enterTold(tx, grant, request, world);
    case "absence.close-case":
      return closeCase(tx, grant, request, world);
    case "absence.object":
      return objectAbsence(tx, vault, grant, request, world);
    case "absence.decide-objection":
      return decideObjection(tx, vault, grant, request, world);
  }
}
