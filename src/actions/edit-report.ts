import type { Tx } from "#db/client.ts";
import { listCompanions } from "#db/queries/companions.ts";
import { claimRecord, type DutyRecord } from "#db/queries/duty-records.ts";
import { asKept } from "#src/domain/as-kept.ts";
import { isCountUnit } from "#src/domain/count-unit.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FilingOutcome } from "#src/domain/requests/filing.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { AmendRequest, ReportRefusal, ReportRequest } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import { amendLatest } from "./amend-latest.ts";
import { type Amended, amendReport } from "./amend-report.ts";
import { eachOnce } from "./each-once.ts";
import type { Grant } from "./gate.ts";

type Edit = Extract<ReportRequest, { do: "report.edit" }>;

/**
 * Changes one field of a deputy's own record, or makes the record say what the message it was filed of says now: shown
 * first, then changed field by field, each with its trace. What the message does not say any more stays as it was filed.
 */
export async function editReport(
  tx: Tx,
  grant: Grant,
  request: Edit | AmendRequest,
  world: World,
): Promise<Amended | SureOutcome | FilingOutcome | ReportRefusal> {
  if (request.do === "report.amend") return amendLatest(tx, grant, request, world);
  const record = grant.actorId === null ? undefined : await claimRecord(tx, request.number, grant.actorId);
  if (record === undefined) return "no-such-record";
  if (record.state === "verified") return "already-verified";
  const draft = asKept(request.draft);
  const named = (await listCompanions(tx, record.id)).filter((one) => one.state !== "declined");
  const before = named.map((one) => one.name);
  const amendments = listAmendments(record, draft, before);
  if (request.sure !== true && amendments.length > 0) return askFirst(request, { record, before }, draft);
  let last: Amended | ReportRefusal = {
    outcome: { of: "report.amend", record: toFiled(record), same: true },
    news: [],
  };
  const news: News[] = [];
  for (const amendment of amendments) {
    last = await amendReport(tx, grant, { do: "report.amend", number: request.number, amendment }, world);
    if (typeof last === "string") return last;
    news.push(...last.news);
  }
  return { ...last, news: eachOnce(news) };
}

const toFiled = ({ number, kind, startsOn: date }: DutyRecord) => ({ number, kind, date });

/** What is different, in an order in which each change is allowed by itself. */
function listAmendments(record: DutyRecord, draft: ReportDraft, companions: readonly string[]): Amendment[] {
  const { kind, date, end = date, time, place, counts = {}, text } = draft;
  const named = [...(draft.with ?? companions)].sort();
  const units = Object.entries(counts).flatMap(([unit, value]): Amendment[] =>
    isCountUnit(unit) && record.counts[unit] !== value ? [{ field: unit, value }] : [],
  );
  const moved = date !== record.startsOn;
  return [
    // First: names may be refused, and then nothing is changed.
    ...(named.join() === [...companions].sort().join()
      ? []
      : [{ field: "with", value: named.join("、") } as const]),
    ...(kind === record.kind ? [] : [{ field: "kind", value: kind } as const]),
    ...(moved ? [{ field: "date", value: date } as const] : []),
    ...(end === (moved ? date : record.endsOn) ? [] : [{ field: "end", value: end } as const]),
    ...(time === undefined || time === record.atTime ? [] : [{ field: "time", value: time } as const]),
    ...(place === undefined || place === record.place ? [] : [{ field: "place", value: place } as const]),
    ...units,
    ...(text === record.narrative ? [] : [{ field: "text", value: text } as const]),
  ];
}

const askFirst = (
  request: Edit,
  { record, before }: { readonly record: DutyRecord; readonly before: readonly string[] },
  draft: ReportDraft,
): SureOutcome => ({
  of: "sure",
  card: `e${request.messageId}`,
  request: { ...request, sure: true },
  question: {
    kind: "sure.edit",
    number: record.number,
    ...(request.opinions === true ? { opinions: true } : {}),
    before: {
      kind: record.kind,
      date: record.startsOn,
      counts: record.counts,
      with: before,
      ...(record.place === null ? {} : { place: record.place }),
    },
    after: {
      kind: draft.kind,
      date: draft.date,
      counts: { ...record.counts, ...draft.counts },
      with: draft.with ?? before,
      ...(draft.place === undefined && record.place === null
        ? {}
        : { place: draft.place ?? record.place ?? "" }),
    },
  },
});
