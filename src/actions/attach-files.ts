import { countAttached, findRecordOf, tieFiles } from "#db/queries/attached.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimOpinion } from "#db/queries/cases.ts";
import { claimRecord, traceChanges } from "#db/queries/duty-records.ts";
import { findLatestFiling, listFilings } from "#db/queries/filings.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { AttachmentOutcome, AttachmentRequest } from "#src/domain/requests/attachment.ts";
import type { FilingLine } from "#src/domain/requests/filing.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";

type Facts = World & { readonly account: AccountAddress };
type Attach = Extract<AttachmentRequest, { do: "file.attach" }>;

/** As many as are shown to choose from. */
const MOST = 4;

/**
 * Puts files that came by themselves on what somebody filed: asked first, whether it is what was filed last, or what the
 * words are like. More than the policy's `most_files` are left out. A verified record only staff may change.
 */
export async function attachFiles(
  tx: Tx,
  grant: Grant,
  request: Attach,
  facts: Facts,
): Promise<AttachmentOutcome | SureOutcome | ReportRefusal> {
  const { actorId } = grant;
  const { files, number, like } = request;
  const kept = { of: "file.kept", count: files.length } as const;
  if (actorId === null) return kept;
  if (number !== undefined) return attach(tx, actorId, number, files, facts);
  if (like !== undefined) return attachLike(tx, actorId, { ...request, like }, facts);
  const since = new Date(facts.now.getTime() - facts.policy.records.files_wait_minutes * 60_000);
  const latest = await findLatestFiling(tx, actorId, since);
  if (latest === undefined) return kept;
  return askFirst(request, latest.number);
}

const askFirst = ({ messageId, files }: Attach, number: string, named?: FilingLine): SureOutcome => ({
  of: "sure",
  card: `p${messageId}`,
  request: { do: "file.attach", messageId, files, number },
  question: {
    kind: "sure.attach",
    number,
    count: files.length,
    ...(named === undefined ? {} : { named }),
  },
});

// 这张是11月28日接待选民的: one that is like it is asked about, and of several it is asked which.
async function attachLike(
  tx: Tx,
  actorId: number,
  request: Attach & Required<Pick<Attach, "like">>,
  { zone }: Facts,
): Promise<AttachmentOutcome | SureOutcome> {
  const { like, files, messageId, words = "" } = request;
  const found = await listFilings(tx, actorId, like, zone, MOST);
  const [one, other] = like.last === true ? found.slice(0, 1) : found;
  if (one === undefined) return { of: "file.unlike", count: files.length, messageId, words };
  return other === undefined ? askFirst(request, one.number, one) : { of: "file.which", filings: found };
}

async function attach(
  tx: Tx,
  actorId: number,
  named: string,
  files: readonly string[],
  { account, now, policy }: Facts,
): Promise<AttachmentOutcome | ReportRefusal> {
  const number = named.startsWith("建") ? await findRecordOf(tx, named, actorId) : named;
  if (number === undefined) return "no-such-record";
  const target = await claimTarget(tx, number, actorId);
  if (typeof target === "string") return target;
  const before = await countAttached(tx, number);
  const taken = files.slice(0, Math.max(0, policy.records.most_files - before));
  const added = await tieFiles(tx, account.conversation, taken, number);
  const total = before + added;
  if (target.recordId !== null && added > 0)
    await traceChanges(tx, [
      {
        recordId: target.recordId,
        byPerson: actorId,
        field: "files",
        before: String(before),
        after: String(total),
        at: now,
      },
    ]);
  const line = { at: now, actorId, action: "file.attach", subject: target.subject };
  await insertAudit(tx, [{ ...line, subjectId: target.id }]);
  return { of: "file.attached", number: named, total, left: files.length - taken.length, files: taken };
}

type Target = {
  readonly subject: "duty_record" | "opinion";
  readonly id: number;
  readonly recordId: number | null;
};

async function claimTarget(tx: Tx, number: string, actorId: number): Promise<Target | ReportRefusal> {
  if (number.startsWith("意")) {
    const opinion = await claimOpinion(tx, number, actorId);
    return opinion === undefined ? "no-such-record" : { subject: "opinion", id: opinion.id, recordId: null };
  }
  const record = await claimRecord(tx, number, actorId);
  if (record === undefined) return "no-such-record";
  if (record.state === "verified" && record.source !== "suggestion") return "already-verified";
  return { subject: "duty_record", id: record.id, recordId: record.id };
}
