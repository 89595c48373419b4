import type { Tx } from "#db/client.ts";
import { claimFiling } from "#db/queries/numbers.ts";
import { listSimilar } from "#db/queries/shares.ts";
import type { Vault } from "#db/vault.ts";
import { asKept } from "#src/domain/as-kept.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { DayRefusal } from "#src/domain/requests/left-of-filing.ts";
import type { ReportOutcome, ReportRefusal } from "#src/domain/requests/report.ts";
import { isStillAhead } from "#src/domain/still-ahead.ts";
import type { Rules } from "#src/domain/rules.ts";
import type { When } from "#src/domain/when.ts";
import type { FileRequest } from "#src/domain/requests/file-request.ts";
import { askAgain } from "./ask-again.ts";
import { askJoined } from "./ask-joined.ts";
import { askAway } from "./ask-away.ts";
import type { Grant } from "./gate.ts";
import { findOwner, type Owner } from "./report-owner.ts";
import { writeReports } from "./write-reports.ts";

type Filed = Extract<ReportOutcome, { of: "report.file" }>;

/**
 * Files what a deputy confirmed: one record for each draft, one registered opinion for each opinion. Staff file on behalf of
 * a deputy in their scope; that record waits for the deputy's own 对. Days that are still to come and days outside the
 * mandate are refused, each by itself: the other records are filed, and these come back with their reasons. Where no
 * record can be filed nothing is, for what was heard belongs to the deed.
 */
export async function fileReports(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  said: FileRequest,
  when: When & Pick<Rules, "policy"> & { readonly account: AccountAddress },
): Promise<{ outcome: Filed; news: readonly News[] } | SureOutcome | ReportRefusal> {
  const request = { ...said, reports: said.reports.map(asKept) };
  const owner = await findOwner(tx, grant, request.onBehalf, request.reports.map(toSpan), when);
  if (owner === undefined) return "no-such-person";
  const { fit, left } = apart(request, owner, when);
  if (fit === undefined)
    return { outcome: { of: "report.file", records: [], opinions: [], ...left }, news: [] };
  // The same report sent on two channels at once: whoever comes second sees the first.
  await claimFiling(tx);
  const away =
    request.again === true
      ? undefined
      : await askAway(
          tx,
          { request, reports: fit.reports, owner, own: owner.personId === grant.actorId },
          when,
        );
  if (away !== undefined) return away;
  const similar = request.again === true ? [] : await listSimilar(tx, fit.reports.map(toLikeness(owner)));
  if (similar.some((one) => one.length > 0))
    return askAgain(
      tx,
      { request, reports: fit.reports, owner, own: owner.personId === grant.actorId },
      similar,
    );
  const joined = await askJoined(tx, {
    request,
    reports: fit.reports,
    owner,
    own: owner.personId === grant.actorId,
  });
  if (joined !== undefined) return joined;
  const { outcome, news } = await writeReports(tx, vault, { owner, grant, request: fit, when });
  return { outcome: { ...outcome, ...left }, news };
}

type Apart = { readonly fit?: FileRequest; readonly left?: Pick<Filed, "left"> };

// What can be filed as it is, and what comes back.
function apart(request: FileRequest, owner: Owner, when: When): Apart {
  const refused = request.reports.map((report) => refusalOf(report, owner, when));
  const why = refused.filter((one) => one !== null);
  if (why.length === 0) return { fit: request };
  const fit = request.reports.filter((_, item) => refused[item] === null);
  if (fit.length === 0) return { left: { left: { ...request, why } } };
  const { files: _, ...rest } = request;
  const left = request.reports.filter((__, item) => refused[item] !== null);
  return {
    // What was heard belongs to the first deed, and hangs on no other.
    fit: { ...request, reports: fit, ...(refused[0] === null ? {} : { heardOn: null }) },
    left: { left: { ...rest, reports: left, opinions: [], why } },
  };
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

function refusalOf(draft: ReportDraft, owner: Owner, when: When): DayRefusal | null {
  const { from, to } = toSpan(draft);
  if (from > when.today || to > when.today) return "future-date";
  if (isStillAhead(draft.date, draft.time, when)) return "future-time";
  return owner.heldThroughout(from, to) === undefined ? "before-mandate" : null;
}
