import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertOpinions } from "#db/queries/cases.ts";
import { listSeatsNamed } from "#db/queries/deputies.ts";
import { insertCompanions, insertRecords, type NewDutyRecord } from "#db/queries/duty-records.ts";
import { listSimilar } from "#db/queries/shares.ts";
import type { Vault } from "#db/vault.ts";
import { yearOf } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import { lockFiling, nextNumbers } from "#db/queries/numbers.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import { asKept } from "#src/domain/as-kept.ts";
import type {
  FiledOpinion,
  FiledRecord,
  ReportOutcome,
  ReportRefusal,
  ReportRequest,
} from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";
import { keepContacts } from "./keep-contacts.ts";
import { companionNews, enteredNews } from "./report-news.ts";
import { findOwner, type Owner } from "./report-owner.ts";
import { dangerNews } from "./danger-news.ts";
import { toFiledOpinions, toOpinionRows } from "./opinion-rows.ts";

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
  when: When,
): Promise<{ outcome: Filed; news: readonly News[] } | SureOutcome | ReportRefusal> {
  const request = { ...said, reports: said.reports.map(asKept) };
  const spans = request.reports.map(toSpan);
  const owner = await findOwner(tx, grant, request.onBehalf, spans, when);
  if (owner === undefined) return "no-such-person";
  const refusal = refusalOf(request.reports, owner, when);
  if (refusal !== null) return refusal;
  // The same report sent on two channels at once: whoever comes second sees the first.
  await lockFiling(tx);
  const similar = request.again === true ? [] : await listSimilar(tx, request.reports.map(toLikeness(owner)));
  if (similar.length > 0) return askAgain(request, similar, when);
  const numbers = await nextNumbers(tx, "record", yearOf(when.today), request.reports.length);
  const filing = { owner, grant, request, when };
  const rows = request.reports.map((draft, index) => toRow(draft, index, numbers, filing));
  const ids = await insertRecords(tx, rows);
  const named = await nameCompanions(tx, request.reports, ids, owner, when);
  const { opinions, danger } = await registerOpinions(tx, filing, ids[0] ?? null);
  const opinionNumbers = opinions.map((one) => one.number);
  await keepContacts(tx, vault, said.opinions, opinionNumbers, when.now);
  await insertAudit(
    tx,
    ids.map((id) => ({
      at: when.now,
      actorId: grant.actorId,
      action: "report.file",
      subject: "duty_record",
      subjectId: id,
    })),
  );
  const records = rows.map(({ number, kind, startsOn }) => ({ number, kind, date: startsOn }));
  const own = owner.personId === grant.actorId;
  const companions = named.flatMap(({ personId, index }) => {
    const record = records[index];
    return record === undefined ? [] : [{ personId, record }];
  });
  return {
    outcome: { of: "report.file", records, opinions, ...(own ? {} : { for: owner.name }) },
    news: [
      ...danger,
      ...companionNews(companions, owner.name),
      ...(own ? [] : enteredNews(owner.personId, records, grant.actorName)),
    ],
  };
}

const toSpan = ({ date, end }: ReportDraft) => ({ from: date, to: end ?? date });

const toLikeness =
  ({ personId }: Owner) =>
  ({ kind, date, place }: ReportDraft) => ({ personId, kind, date, place: place ?? null });

const askAgain = (request: FileRequest, records: readonly FiledRecord[], { today }: When): SureOutcome => ({
  of: "sure",
  card: `a${request.messageId}`,
  request: { ...request, again: true },
  question: { kind: "sure.similar", records, today },
});

function refusalOf(reports: readonly ReportDraft[], owner: Owner, { today }: When): ReportRefusal | null {
  if (reports.some((draft) => draft.date > today || (draft.end ?? draft.date) > today)) return "future-date";
  const isHeld = (draft: ReportDraft): boolean => {
    const { from, to } = toSpan(draft);
    return owner.heldThroughout(from, to) !== undefined;
  };
  return reports.every(isHeld) ? null : "before-mandate";
}

type Filing = { owner: Owner; grant: Grant; request: FileRequest; when: When };

function toRow(draft: ReportDraft, index: number, numbers: readonly string[], filing: Filing): NewDutyRecord {
  const { owner, grant, request, when } = filing;
  const own = owner.personId === grant.actorId;
  return {
    number: numbers[index] ?? "",
    personId: owner.personId,
    mandateId: owner.heldOn(draft.date)?.mandateId ?? 0,
    kind: draft.kind,
    startsOn: draft.date,
    endsOn: draft.end ?? draft.date,
    atTime: draft.time ?? null,
    place: draft.place ?? null,
    counts: draft.counts ?? {},
    approx: draft.approx ?? [],
    narrative: draft.text,
    source: own ? "chat" : "staff",
    enteredBy: own ? null : grant.actorId,
    acknowledgedAt: own ? when.now : null,
    inboxId: request.messageId,
    ordinal: index,
    filedAt: when.now,
  };
}

async function nameCompanions(
  tx: Tx,
  drafts: readonly ReportDraft[],
  ids: readonly number[],
  owner: Owner,
  { today }: When,
): Promise<{ personId: number; index: number }[]> {
  const names = [...new Set(drafts.flatMap((draft) => draft.with ?? []))];
  const seats = await listSeatsNamed(tx, names, [today, ...drafts.map((draft) => draft.date)]);
  // Whoever has left office since can no longer say that it is right, and is not asked.
  const here = new Set(seats.filter((one) => one.day === today).map((one) => one.personId));
  const named = drafts.flatMap((draft, index) =>
    seats
      .filter((one) => one.day === draft.date && draft.with?.includes(one.name) === true)
      .filter(({ personId }) => here.has(personId) && personId !== owner.personId)
      .map(({ personId }) => ({ personId, index })),
  );
  await insertCompanions(
    tx,
    named.map(({ personId, index }) => ({ recordId: ids[index] ?? 0, personId })),
  );
  return named;
}

async function registerOpinions(
  tx: Tx,
  { request, owner, grant, when }: Filing,
  recordId: number | null,
): Promise<{ readonly opinions: FiledOpinion[]; readonly danger: readonly News[] }> {
  const numbers = await nextNumbers(tx, "opinion", yearOf(when.today), request.opinions.length);
  const held = owner.heldOn(when.today) ?? owner.heldOn(request.reports[0]?.date ?? when.today);
  const bringer = {
    personId: owner.personId,
    mandateId: held?.mandateId ?? null,
    townshipId: held?.townshipId ?? null,
  };
  const rows = toOpinionRows(
    request.opinions,
    numbers,
    { ...bringer, recordId, inboxId: request.messageId },
    when,
  );
  await insertOpinions(tx, rows);
  const danger = await dangerNews(tx, rows, { actorId: grant.actorId, by: owner.name }, when);
  return { opinions: toFiledOpinions(rows), danger };
}
