import type { Tx } from "#db/client.ts";
import { tieFiles } from "#db/queries/attached.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listSeatsNamed } from "#db/queries/deputies.ts";
import { insertCompanions, insertRecords, type NewDutyRecord } from "#db/queries/duty-records.ts";
import { markApart, markOneOccasion } from "#db/queries/occasions.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import type { Vault } from "#db/vault.ts";
import { yearOf } from "#src/domain/day.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import type { News } from "#src/domain/news.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { FiledOpinion, FiledRecord, ReportOutcome, SimilarRecord } from "#src/domain/requests/report.ts";
import type { Rules } from "#src/domain/rules.ts";
import type { When } from "#src/domain/when.ts";
import type { FileRequest } from "#src/domain/requests/file-request.ts";
import { nth } from "#src/kernel/nth.ts";
import type { Grant } from "./gate.ts";
import { keepContacts } from "./keep-contacts.ts";
import { registerOpinions } from "./register-opinions.ts";
import { companionNews, enteredNews } from "./report-news.ts";
import type { Owner } from "./report-owner.ts";
import type { Told } from "./told.ts";

/** What is filed, for whom, by whom, and when; it may be filed. */
export type Filing = {
  readonly owner: Owner;
  readonly grant: Grant;
  readonly request: FileRequest;
  readonly when: When & Pick<Rules, "policy"> & { readonly account: AccountAddress };
};
type Written = Told<Extract<ReportOutcome, { of: "report.file" }>>;

/** Writes down reports that may be filed: records, companions, opinions and files. */
export async function writeReports(tx: Tx, vault: Vault, filing: Filing): Promise<Written> {
  const { owner, grant, request, when } = filing;
  const numbers = await nextNumbers(tx, "record", yearOf(when.today), request.reports.length);
  const rows = request.reports.map((draft, index) => toRow(draft, index, numbers, filing));
  const ids = await insertRecords(tx, rows);
  if (request.again === true) await markApart(tx, ids);
  const [own] = numbers;
  if (request.together !== undefined && own !== undefined) await markOneOccasion(tx, own, request.together);
  const named = await nameCompanions(tx, request.reports, ids, owner, when);
  const { opinions, danger } = await registerOpinions(tx, filing, ids[0]);
  const opinionNumbers = opinions.map((one) => one.number);
  await keepContacts(tx, vault, request.opinions, opinionNumbers, when.now);
  const [first] = [...numbers, ...opinionNumbers];
  const files =
    first === undefined ? 0 : await tieFiles(tx, when.account.conversation, request.files ?? [], first);
  const line = { at: when.now, actorId: grant.actorId, action: "report.file", subject: "duty_record" };
  await insertAudit(
    tx,
    ids.map((subjectId) => ({ ...line, subjectId })),
  );
  const told = rows.map(toTold);
  const records = rows.map(toReceipt);
  return {
    outcome: {
      of: "report.file",
      records,
      opinions,
      ...(isOwn(filing) ? {} : { for: owner.name }),
      ...(files > 0 ? { files } : {}),
    },
    news: [...danger, ...newsOfRecords(told, named, opinions, filing)],
  };
}

const isOwn = ({ owner, grant }: Filing): boolean => owner.personId === grant.actorId;

type Named = { readonly personId: number; readonly index: number };

// Whoever is to say that it is right must see what it says.
const toTold = ({ number, kind, startsOn: date, place = null, counts }: NewDutyRecord): SimilarRecord => ({
  number,
  kind,
  date,
  place,
  counts,
});

const toReceipt = ({ number, kind, startsOn: date, endsOn }: NewDutyRecord): FiledRecord => ({
  number,
  kind,
  date,
  ...(endsOn === date ? {} : { end: endsOn }),
});

function newsOfRecords(
  records: readonly SimilarRecord[],
  named: readonly Named[],
  opinions: readonly FiledOpinion[],
  filing: Filing,
): News[] {
  const { owner, grant } = filing;
  const companions = named.flatMap(({ personId, index }) => {
    const record = records[index];
    return record === undefined ? [] : [{ personId, record }];
  });
  // In whose name it was said has not spoken yet: companions are asked once he or she has agreed.
  return isOwn(filing)
    ? companionNews(companions, owner.name)
    : enteredNews(
        owner.personId,
        records.map((one, index) => ({ ...one, ...toWith(filing.request.reports[index]) })),
        opinions,
        grant.actorName,
      );
}

const toWith = (draft: ReportDraft | undefined) => (draft?.with === undefined ? {} : { with: draft.with });

function toRow(draft: ReportDraft, index: number, numbers: readonly string[], filing: Filing): NewDutyRecord {
  const { owner, grant, request, when } = filing;
  const own = isOwn(filing);
  const held = owner.heldOn(draft.date);
  if (held === undefined) throw new TypeError("a report of a day without a mandate that was let through");
  return {
    number: nth(numbers, index),
    personId: owner.personId,
    mandateId: held.mandateId,
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
): Promise<Named[]> {
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
    named.map(({ personId, index }) => ({ recordId: nth(ids, index), personId })),
  );
  return named;
}
