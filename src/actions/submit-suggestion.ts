import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findSuggestion, insertCosigner, insertSuggestion } from "#db/queries/cases.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { withoutPersonalData } from "#src/domain/personal-data.ts";
import type { ReportOutcome, ReportRefusal, ReportRequest } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

/** Submits a deputy's suggestion or motion under a number (Deputies Law art. 36: also between sessions). */
export async function submitSuggestion(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "suggestion.submit" }>,
  when: When,
): Promise<Extract<ReportOutcome, { of: "suggestion.submit" }> | ReportRefusal> {
  if (grant.actorId === null || grant.mandate === null) return "before-mandate";
  const [number = ""] = await nextNumbers(tx, "suggestion", Number(when.today.slice(0, 4)), 1);
  const title = withoutPersonalData(request.title);
  const { motion, messageId: inboxId } = request;
  const id = await insertSuggestion(tx, {
    number,
    personId: grant.actorId,
    mandateId: grant.mandate.id,
    title,
    text: withoutPersonalData(request.text),
    motion,
    inboxId,
    filedAt: when.now,
  });
  await insertAudit(tx, [
    {
      at: when.now,
      actorId: grant.actorId,
      action: "suggestion.submit",
      subject: "suggestion",
      subjectId: id,
    },
  ]);
  return { of: "suggestion.submit", number, title, motion };
}

/** Adds a deputy's name to a colleague's suggestion, found by number or by lead and gist; once, however often asked. */
export async function cosignSuggestion(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "suggestion.cosign" }>,
  when: When,
): Promise<Extract<ReportOutcome, { of: "suggestion.cosign" }> | ReportRefusal> {
  const { title, person } = request;
  if (grant.actorId === null || grant.mandate === null) return "before-mandate";
  const wanted = { title, ...(person === undefined ? {} : { lead: person }) };
  const found = await findSuggestion(tx, wanted, grant.mandate);
  if (found === undefined) return "no-such-suggestion";
  if (found.personId === grant.actorId) return "own-suggestion";
  const added = await insertCosigner(tx, found.id, grant.actorId, when.now);
  return {
    of: "suggestion.cosign",
    number: found.number,
    title: found.title,
    lead: found.lead,
    already: !added,
  };
}
