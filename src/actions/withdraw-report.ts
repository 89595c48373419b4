import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import {
  lockOpinion,
  lockSuggestion,
  markOpinionWithdrawn,
  markSuggestionWithdrawn,
} from "#db/queries/cases.ts";
import { type DutyRecord, lockLatestReport, lockRecord, markWithdrawn } from "#db/queries/duty-records.ts";
import { type Filing, findLatestFiling } from "#db/queries/filings.ts";
import type { ReportOutcome, ReportRefusal, ReportRequest } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";

type Withdrawn = Extract<ReportOutcome, { of: "report.withdraw" }> | ReportRefusal;
type Owner = { readonly personId: number; readonly since: Date; readonly now: Date };

/**
 * Takes back what somebody filed last, or what a number names: a report with the opinions that came with it, an
 * opinion, or a suggestion. Freely only within the policy's `free_correction_hours` and before it was verified.
 */
export async function withdrawReport(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "report.withdraw" }>,
  world: World,
): Promise<Withdrawn> {
  if (grant.actorId === null) return "nothing-to-withdraw";
  const freeMs = world.policy.records.free_correction_hours * 3_600_000;
  const owner = {
    personId: grant.actorId,
    since: new Date(world.now.getTime() - freeMs),
    now: world.now,
  };
  if (request.number !== undefined) return withdraw(tx, toFiling(request.number), owner, true);
  const latest = await findLatestFiling(tx, owner.personId, owner.since);
  return latest === undefined ? "nothing-to-withdraw" : withdraw(tx, latest, owner, false);
}

const toFiling = (number: string): Filing => ({
  of: number.startsWith("意") ? "opinion" : number.startsWith("建") ? "suggestion" : "record",
  number,
});

function withdraw(tx: Tx, filing: Filing, owner: Owner, named: boolean): Promise<Withdrawn> {
  switch (filing.of) {
    case "record":
      return withdrawRecords(tx, filing.number, owner, named);
    case "opinion":
      return withdrawOpinion(tx, filing.number, owner);
    case "suggestion":
      return withdrawSuggestion(tx, filing.number, owner);
  }
}

// A number takes back one record; a bare 撤销 takes back all that the last message filed.
async function withdrawRecords(tx: Tx, number: string, owner: Owner, named: boolean): Promise<Withdrawn> {
  const { personId, since } = owner;
  const records = named
    ? [await lockRecord(tx, number, personId)].filter((one) => one !== undefined)
    : await lockLatestReport(tx, personId, since);
  if (records.length === 0) return "no-such-record";
  const refusal = records.map((record) => refusalOf(record, since)).find((one) => one !== null);
  if (refusal !== undefined && refusal !== null) return refusal;
  const ids = records.map((record) => record.id);
  const opinions = await markWithdrawn(tx, ids);
  await note(tx, owner, "report.withdraw", "duty_record", ids);
  return { of: "report.withdraw", numbers: [...records.map((record) => record.number), ...opinions] };
}

function refusalOf(record: DutyRecord, since: Date): ReportRefusal | null {
  if (record.state === "verified") return "already-verified";
  return record.filedAt < since ? "too-late-to-withdraw" : null;
}

async function withdrawOpinion(tx: Tx, number: string, owner: Owner): Promise<Withdrawn> {
  const opinion = await lockOpinion(tx, number, owner.personId);
  if (opinion === undefined) return "no-such-record";
  if (opinion.filedAt < owner.since) return "too-late-to-withdraw";
  await markOpinionWithdrawn(tx, opinion.id);
  await note(tx, owner, "opinion.withdraw", "opinion", [opinion.id]);
  return { of: "report.withdraw", numbers: [opinion.number] };
}

async function withdrawSuggestion(tx: Tx, number: string, owner: Owner): Promise<Withdrawn> {
  const suggestion = await lockSuggestion(tx, number, owner.personId);
  if (suggestion === undefined) return "no-such-record";
  if (suggestion.filedAt < owner.since) return "too-late-to-withdraw";
  await markSuggestionWithdrawn(tx, suggestion.id);
  await note(tx, owner, "suggestion.withdraw", "suggestion", [suggestion.id]);
  return { of: "report.withdraw", numbers: [suggestion.number] };
}

const note = (tx: Tx, owner: Owner, action: string, subject: string, ids: readonly number[]): Promise<void> =>
  insertAudit(
    tx,
    ids.map((subjectId) => ({ at: owner.now, actorId: owner.personId, action, subject, subjectId })),
  );
