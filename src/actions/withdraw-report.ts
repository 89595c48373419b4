import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockLatestOpinion, markOpinionWithdrawn } from "#db/queries/cases.ts";
import { type DutyRecord, lockLatestReport, lockRecord, markWithdrawn } from "#db/queries/duty-records.ts";
import type { ReportOutcome, ReportRefusal, ReportRequest } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

/** How long a report can be taken back freely (conversation rules: 撤销 within 24 hours and before verification). */
const FREE_MS = 24 * 3_600_000;

/** Takes back a report by its number, or the latest one, with the opinions that came with it. */
export async function withdrawReport(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "report.withdraw" }>,
  when: When,
): Promise<Extract<ReportOutcome, { of: "report.withdraw" }> | ReportRefusal> {
  if (grant.actorId === null) return "nothing-to-withdraw";
  const since = new Date(when.now.getTime() - FREE_MS);
  const records = await findRecords(tx, request.number, grant.actorId, since);
  if (records.length === 0) return withdrawOpinion(tx, grant.actorId, request.number, since, when);
  const refusal = records.map((record) => refusalOf(record, since)).find((one) => one !== null);
  if (refusal !== undefined && refusal !== null) return refusal;
  const opinions = await markWithdrawn(
    tx,
    records.map((record) => record.id),
  );
  await insertAudit(
    tx,
    records.map(({ id }) => ({
      at: when.now,
      actorId: grant.actorId,
      action: "report.withdraw",
      subject: "duty_record",
      subjectId: id,
    })),
  );
  return { of: "report.withdraw", numbers: [...records.map((record) => record.number), ...opinions] };
}

async function findRecords(
  tx: Tx,
  number: string | undefined,
  personId: number,
  since: Date,
): Promise<DutyRecord[]> {
  if (number === undefined) return lockLatestReport(tx, personId, since);
  const one = await lockRecord(tx, number, personId);
  return one === undefined ? [] : [one];
}

function refusalOf(record: DutyRecord, since: Date): ReportRefusal | null {
  if (record.state === "verified") return "already-verified";
  return record.filedAt < since ? "too-late-to-withdraw" : null;
}

async function withdrawOpinion(
  tx: Tx,
  personId: number,
  number: string | undefined,
  since: Date,
  when: When,
): Promise<Extract<ReportOutcome, { of: "report.withdraw" }> | ReportRefusal> {
  const latest = await lockLatestOpinion(tx, personId);
  if (latest === undefined || latest.filedAt < since || (number !== undefined && number !== latest.number))
    return number === undefined ? "nothing-to-withdraw" : "no-such-record";
  await markOpinionWithdrawn(tx, latest.id);
  await insertAudit(tx, [
    { at: when.now, actorId: personId, action: "opinion.withdraw", subject: "opinion", subjectId: latest.id },
  ]);
  return { of: "report.withdraw", numbers: [latest.number] };
}
