import type { Tx } from "#db/client.ts";
import type { Vault } from "#db/vault.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { ObligationRefusal } from "#src/domain/requests/obligation-refusal.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { submissionOf } from "./competence.ts";
import { findWaitingReport } from "./find-waiting-report.ts";

/** Shows the whole of what a deputy handed in, to whoever decides on it. */
export async function readReport(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  request: Extract<ObligationRequest, { do: "obligation.read" }>,
  world: World,
): Promise<ObligationOutcome | ObligationRefusal> {
  const waiting = await findWaitingReport(tx, grant, request, world);
  if (typeof waiting === "string" || "of" in waiting) return waiting;
  const { title, files } = waiting;
  const personId = waiting.personId === grant.actorId ? null : waiting.personId;
  const text = waiting.text === null ? "" : vault.open(waiting.text);
  const { name } = request;
  const submission = submissionOf(waiting.rule, world.policy);
  if (submission === undefined) throw new TypeError("a report that no rule asks for");
  return { of: "obligation.text", submission, personId, title, name, text, files };
}
