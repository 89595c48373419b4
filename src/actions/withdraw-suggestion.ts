import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import {
  deleteCosigner,
  claimCosigning,
  claimSuggestion,
  markSuggestionWithdrawn,
} from "#db/queries/suggestions.ts";
import type { News } from "#src/domain/news.ts";
import type { ReportOutcome, ReportRefusal } from "#src/domain/requests/report.ts";

type Withdrawn = {
  readonly outcome: Extract<ReportOutcome, { of: "report.withdraw" }>;
  readonly news: readonly News[];
};
type Owner = {
  readonly personId: number;
  readonly name: string;
  readonly now: Date;
  /** What was done before this is not taken back freely. */
  readonly since: Date;
};

/**
 * Takes back somebody's own suggestion, or his or her name under a colleague's. With it goes the duty that was made of
 * it; with a suggestion that of everybody who stands under it, and they are told.
 */
export async function withdrawSuggestion(
  tx: Tx,
  number: string,
  owner: Owner,
): Promise<Withdrawn | ReportRefusal> {
  const suggestion = await claimSuggestion(tx, number, owner.personId);
  if (suggestion === undefined) return withdrawName(tx, number, owner);
  if (suggestion.filedAt < owner.since) return "too-late-to-withdraw";
  const signed = await markSuggestionWithdrawn(tx, suggestion.id);
  await note(tx, owner, "suggestion.withdraw", suggestion.id);
  const word = { kind: "case.suggestion-gone", number, title: suggestion.title, lead: owner.name } as const;
  return {
    outcome: { of: "report.withdraw", numbers: [number] },
    news: signed.map((to) => ({ to, key: `suggestion-gone:${number}`, word })),
  };
}

async function withdrawName(tx: Tx, number: string, owner: Owner): Promise<Withdrawn | ReportRefusal> {
  const cosigning = await claimCosigning(tx, number, owner.personId);
  if (cosigning === undefined) return "no-such-record";
  if (cosigning.at < owner.since) return "too-late-to-withdraw";
  await deleteCosigner(tx, cosigning.suggestionId, owner.personId);
  await note(tx, owner, "suggestion.uncosign", cosigning.suggestionId);
  return { outcome: { of: "report.withdraw", numbers: [number], cosigned: true }, news: [] };
}

const note = (tx: Tx, { personId, now }: Owner, action: string, subjectId: number): Promise<void> =>
  insertAudit(tx, [{ at: now, actorId: personId, action, subject: "suggestion", subjectId }]);
