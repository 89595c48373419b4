import type { Tx } from "#db/client.ts";
import { tieFiles } from "#db/queries/attached.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimFiling, nextNumbers } from "#db/queries/numbers.ts";
import { insertSuggestion, insertSuggestionRecord, listOwnTitles } from "#db/queries/suggestions.ts";
import { yearOf } from "#src/domain/day.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { SuggestionOutcome, SuggestionRequest } from "#src/domain/requests/suggestion.ts";
import { isSameTitle } from "#src/domain/same-title.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

type Submit = Extract<SuggestionRequest, { do: "suggestion.submit" }>;

/**
 * Submits a deputy's suggestion or motion under a number (Deputies Law art. 36: also between sessions). It is duty done
 * by itself, and nobody types it again. What the same deputy submitted within a year, and still stands, is asked about
 * first.
 */
export async function submitSuggestion(
  tx: Tx,
  grant: Grant,
  request: Submit,
  { now, zone, today, account }: When & { readonly account: AccountAddress },
): Promise<Extract<SuggestionOutcome, { of: "suggestion.submit" }> | SureOutcome | ReportRefusal> {
  if (grant.actorId === null || grant.mandate === null) return "before-mandate";
  const title = withoutPersonalData(request.title);
  const sure = await askAgain(tx, grant.actorId, { ...request, title }, { now, zone });
  if (sure !== undefined) return sure;
  const [number = ""] = await nextNumbers(tx, "suggestion", yearOf(today), 1);
  const { motion, messageId: inboxId } = request;
  const whose = { personId: grant.actorId, mandateId: grant.mandate.id, inboxId, filedAt: now };
  const text = withoutPersonalData(request.text);
  const suggestionId = await insertSuggestion(tx, { ...whose, number, title, text, motion });
  const [next = ""] = await nextNumbers(tx, "record", yearOf(today), 1);
  const record = await insertSuggestionRecord(tx, {
    ...whose,
    number: next,
    kind: motion ? "motion_lead" : "suggestion_lead",
    startsOn: today,
    narrative: title,
    suggestionId,
  });
  const files = await tieFiles(tx, account.conversation, request.files ?? [], record);
  const line = { at: now, actorId: grant.actorId, action: "suggestion.submit", subject: "suggestion" };
  await insertAudit(tx, [{ ...line, subjectId: suggestionId }]);
  return { of: "suggestion.submit", number, title, motion, record, ...(files > 0 ? { files } : {}) };
}

async function askAgain(
  tx: Tx,
  actorId: number,
  request: Submit,
  when: Pick<When, "now" | "zone">,
): Promise<SureOutcome | undefined> {
  if (request.again === true) return undefined;
  // The same on two channels at once: whoever comes second sees the first.
  await claimFiling(tx);
  const had = await listOwnTitles(tx, actorId, when);
  const same = had.find((one) => isSameTitle(one.title, request.title));
  if (same === undefined) return undefined;
  return {
    of: "sure",
    card: `a${request.messageId}`,
    request: { ...request, again: true },
    question: { kind: "sure.submit-again", ...same },
  };
}
