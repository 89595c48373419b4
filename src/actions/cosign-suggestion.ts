import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import {
  insertCosigner,
  insertSuggestionRecord,
  listOpenSuggestions,
  type OpenSuggestion,
} from "#db/queries/suggestions.ts";
import { yearOf } from "#src/domain/day.ts";
import { fittingGist } from "#src/domain/gist.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type {
  SuggestionOutcome,
  SuggestionRequest,
  SuggestionView,
} from "#src/domain/requests/suggestion.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

type Asked = Extract<SuggestionRequest, { do: "suggestion.cosign" }>;
type Signed = { readonly outcome: SuggestionOutcome; readonly news: readonly News[] };

const MOST_SHOWN = 6;

/**
 * Finds the suggestion a deputy wants to stand under, in his or her own congress, and asks with its title before the
 * name is added; of several one must be chosen. What is found by no number, no lead and no words is nothing.
 */
export async function cosignSuggestion(
  tx: Tx,
  grant: Grant,
  request: Asked,
  when: When,
): Promise<Signed | SuggestionOutcome | SureOutcome | ReportRefusal> {
  const { actorId, mandate } = grant;
  if (actorId === null || mandate === null) return "before-mandate";
  const found = await findMeant(tx, { personId: actorId, mandateId: mandate.id }, request);
  if (typeof found === "string") return found;
  const others = found.filter((one) => one.leadId !== actorId);
  const [one, ...more] = others;
  if (one === undefined) return found.length > 0 ? "own-suggestion" : "no-such-suggestion";
  if (more.length > 0)
    return { of: "suggestion.which", suggestions: others.slice(0, MOST_SHOWN).map(toView) };
  if (one.signed) return { of: "suggestion.cosign", ...toView(one), already: true };
  if (request.sure === true) return sign(tx, grant, one, request.messageId, when);
  const { messageId } = request;
  return {
    of: "sure",
    card: `c${messageId}`,
    request: { do: "suggestion.cosign", messageId, number: one.number, sure: true },
    question: { kind: "sure.cosign", suggestion: toView(one) },
  };
}

async function findMeant(
  tx: Tx,
  whose: { readonly personId: number; readonly mandateId: number },
  { number, person, gist = "" }: Asked,
): Promise<OpenSuggestion[] | "which-suggestion"> {
  if (number !== undefined) return listOpenSuggestions(tx, { ...whose, number });
  const isSaid = /[\p{L}\p{N}]{2}/u.test(gist);
  if (!isSaid && person === undefined) return "which-suggestion";
  const open = await listOpenSuggestions(tx, { ...whose, ...(person === undefined ? {} : { lead: person }) });
  return isSaid ? fittingGist(gist, open) : open;
}

const toView = ({ number, title, lead }: OpenSuggestion): SuggestionView => ({ number, title, lead });

async function sign(
  tx: Tx,
  { actorId, actorName, mandate }: Grant,
  one: OpenSuggestion,
  messageId: number,
  { now, today }: When,
): Promise<Signed | SuggestionOutcome | ReportRefusal> {
  if (actorId === null || mandate === null) return "before-mandate";
  const view = toView(one);
  if (!(await insertCosigner(tx, one.id, actorId, now)))
    return { of: "suggestion.cosign", ...view, already: true };
  const [number = ""] = await nextNumbers(tx, "record", yearOf(today), 1);
  const record = await insertSuggestionRecord(tx, {
    number,
    personId: actorId,
    mandateId: mandate.id,
    kind: one.motion ? "motion_cosign" : "suggestion_cosign",
    startsOn: today,
    narrative: one.title,
    filedAt: now,
    suggestionId: one.id,
    inboxId: messageId,
  });
  const line = { at: now, actorId, action: "suggestion.cosign", subject: "suggestion" };
  await insertAudit(tx, [{ ...line, subjectId: one.id }]);
  const word = { kind: "case.cosigned-yours", ...view, by: actorName } as const;
  return {
    outcome: { of: "suggestion.cosign", ...view, already: false, record },
    news: [{ to: one.leadId, key: `cosigned:${one.number}:${actorId}:${now.toISOString()}`, word }],
  };
}
