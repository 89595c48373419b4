import type { Tx } from "#db/client.ts";
import { amendReport } from "#src/actions/amend-report.ts";
import { fileReports } from "#src/actions/file-reports.ts";
import { type Grant, openGate } from "#src/actions/gate.ts";
import { leaveOpinion } from "#src/actions/leave-opinion.ts";
import { cosignSuggestion, submitSuggestion } from "#src/actions/submit-suggestion.ts";
import { withdrawReport } from "#src/actions/withdraw-report.ts";
import type { Speaker } from "#src/domain/person.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { When } from "#src/domain/when.ts";

/** Does what a conversation asked for, if the gate lets the speaker; the answer may be a refusal. */
export async function perform(tx: Tx, speaker: Speaker, request: Request, when: When): Promise<Outcome> {
  const grant = openGate(speaker, request.do, when.today);
  const outcome = typeof grant === "string" ? grant : await act(tx, grant, request, when);
  return typeof outcome === "string" ? { of: "refused", request: request.do, why: outcome } : outcome;
}

function act(tx: Tx, grant: Grant, request: Request, when: When): Promise<Outcome | Refusal> {
  switch (request.do) {
    case "report.file":
      return fileReports(tx, grant, request, when);
    case "report.withdraw":
      return withdrawReport(tx, grant, request, when);
    case "report.amend":
      return amendReport(tx, grant, request, when);
    case "opinion.leave":
      return leaveOpinion(tx, grant, request, when);
    case "suggestion.submit":
      return submitSuggestion(tx, grant, request, when);
    case "suggestion.cosign":
      return cosignSuggestion(tx, grant, request, when);
  }
}
