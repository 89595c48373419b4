import type { Tx } from "#db/client.ts";
import { claimFiling } from "#db/queries/numbers.ts";
import { listSimilar } from "#db/queries/shares.ts";
import type { Vault } from "#db/vault.ts";
import { asKept } from "#src/domain/as-kept.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type {
  ReportOutcome,
  ReportRefusal,
  ReportRequest,
  SimilarRecord,
} from "#src/domain/requests/report.ts";
import { isStillAhead } from "#src/domain/still-ahead.ts";
import type { Rules } from "#src/domain/rules.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";
import { findOwner, type Owner } from "./report-owner.ts";
import { writeReports } from "./write-reports.ts";

type FileRequest = Extract<ReportRequest, { do: "report.file" }>;
type Filed = Extract<ReportOutcome, { of: "report.file" }>;

/**
 * Files what a deputy confirmed: one record for each draft, one registered opinion for each opinion, all or nothing.
 * Staff file on behalf of a deputy in their scope; that record waits for the deputy's own 对. Refuses days that are
 * still to come and days outside the mandate.
 */
export async function fileReports(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  said: FileRequest,
  when: When & Pick<Rules, "policy"> & { readonly account: AccountAddress },
): Promise<{ outcome: Filed; news: readonly News[] } | SureOutcome | ReportRefusal> {
  const request = { ...said, reports: said.reports.map(asKept) };
  const spans = request.reports.map(toSpan);
  const owner = await findOwner(tx, grant, request.onBehalf, spans, when);
  if (owner === undefined) return "no-such-person";
  const refusal = refusalOf(request.reports, owner, when);
  if (refusal !== null) return refusal;
  // The same report sent on two channels at once: whoever comes second sees the first.
  await claimFiling(tx);
  const similar = request.again === true ? [] : await listSimilar(tx, request.reports.map(toLikeness(owner)));
  if (similar.length > 0) return askAgain(request, similar, owner.personId === grant.actorId);
  return writeReports(tx, vault, { owner, grant, request, when });
}

const toSpan = ({ date, end }: ReportDraft) => ({ from: date, to: end ?? date });

const toLikeness =
  ({ personId }: Owner) =>
  ({ kind, date, place, counts }: ReportDraft) => ({
    personId,
    kind,
    date,
    place: place ?? null,
    counts: counts ?? {},
  });

function askAgain(request: FileRequest, records: readonly SimilarRecord[], own: boolean): SureOutcome {
  const [first] = records;
  // A share takes the place of one report; what else was said with it would be lost.
  const alone = request.reports.length === 1 && request.opinions.length === 0 && request.files === undefined;
  return {
    of: "sure",
    card: `a${request.messageId}`,
    request: { ...request, again: true },
    question:
      first?.by !== undefined && own && alone
        ? { kind: "sure.together", record: first, by: first.by }
        : { kind: "sure.similar", records },
  };
}

function refusalOf(reports: readonly ReportDraft[], owner: Owner, when: When): ReportRefusal | null {
  const { today } = when;
  if (reports.some((draft) => draft.date > today || (draft.end ?? draft.date) > today)) return "future-date";
  if (reports.some((draft) => isStillAhead(draft.date, draft.time, when))) return "future-time";
  const isHeld = (draft: ReportDraft): boolean => {
    const { from, to } = toSpan(draft);
    return owner.heldThroughout(from, to) !== undefined;
  };
  return reports.every(isHeld) ? null : "before-mandate";
}
