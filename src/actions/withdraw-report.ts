import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimOpinion, claimOpinionsBeside, markOpinionsWithdrawn } from "#db/queries/cases.ts";
import {
  claimLatestReport,
  claimRecord,
  type DutyRecord,
  markWithdrawn,
  traceChanges,
} from "#db/queries/duty-records.ts";
import { claimEnteredBy, countsAlready } from "#db/queries/entered-by.ts";
import { type Filing, findLatestFiling } from "#db/queries/filings.ts";
import { listSpokenOfLast } from "#db/queries/spoken-of-last.ts";
import { findSuggestionOf } from "#db/queries/suggestions.ts";
import { hoursBefore } from "#src/domain/ago.ts";
import type { FilingOutcome } from "#src/domain/requests/filing.ts";
import type { ReportOutcome, ReportRefusal, ReportRequest } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";
import { listFilingsLike } from "./list-filings-like.ts";
import { lateChangeNews } from "./report-news.ts";
import { originNews } from "./share-news.ts";
import type { Told } from "./told.ts";
import { toWriter, withdrawEntered } from "./withdraw-entered.ts";
import { withdrawSuggestion } from "./withdraw-suggestion.ts";

type Outcome = Extract<ReportOutcome, { of: "report.withdraw" }>;
type Withdrawn = Told<Outcome> | Outcome | FilingOutcome | ReportRefusal;
/** A number means the one thing; a bare 撤销 means all that the last message filed. */
type Reach = "one" | "message";
type Owner = World & { readonly personId: number; readonly name: string; readonly since: Date };

/**
 * Takes back what somebody filed last, or what a number names: a report with the opinions that came with it, an
 * opinion, a suggestion, or a name under a colleague's. Freely within the policy's `free_correction_hours`; a record
 * later only with a trace and word to the township's staff; a verified one is theirs to correct. What staff wrote down for
 * a deputy is theirs to take back until the deputy has spoken on it.
 */
export async function withdrawReport(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "report.withdraw" }>,
  world: World,
): Promise<Withdrawn> {
  if (grant.actorId === null) return "nothing-to-withdraw";
  const owner = {
    ...world,
    personId: grant.actorId,
    name: grant.actorName,
    since: hoursBefore(world.now, world.policy.records.free_correction_hours),
  };
  if (request.number !== undefined) return withdrawNumbered(tx, grant, request.number, owner);
  const entered = await claimEnteredBy(tx, toWriter(grant, world), owner);
  const latest = await findLatestFiling(tx, owner.personId, entered[0]?.filedAt ?? owner.since);
  if (latest === undefined && entered.length > 0) return withdrawEntered(tx, grant, entered, world);
  return latest === undefined || (await spokeOfAnother(tx, owner))
    ? listFilingsLike(tx, grant, { do: "report.which", like: {} }, world)
    : withdraw(tx, latest, owner, "message");
}

async function withdrawNumbered(tx: Tx, grant: Grant, number: string, owner: Owner): Promise<Withdrawn> {
  const own = await withdraw(tx, toFiling(number), owner, "one");
  if (own !== "no-such-record" || !number.startsWith("履")) return own;
  const writer = toWriter(grant, owner);
  const entered = await claimEnteredBy(tx, writer, { number });
  if (entered.length > 0) return withdrawEntered(tx, grant, entered, owner);
  return (await countsAlready(tx, number, writer)) ? "agreed-to" : own;
}

// Put right just now was another than the last: which of them is to go is asked.
async function spokeOfAnother(tx: Tx, { personId, since }: Owner): Promise<boolean> {
  const spoken = await listSpokenOfLast(tx, personId, since);
  if (spoken.length === 0) return false;
  const latest = await claimLatestReport(tx, personId, since);
  return spoken.some((one) => latest.every(({ id }) => id !== one.id));
}

const toFiling = (number: string): Filing => ({
  of: number.startsWith("意") ? "opinion" : number.startsWith("建") ? "suggestion" : "record",
  number,
});

function withdraw(tx: Tx, filing: Filing, owner: Owner, reach: Reach): Promise<Withdrawn> {
  switch (filing.of) {
    case "record":
      return withdrawRecords(tx, filing.number, owner, reach);
    case "opinion":
      return withdrawOpinions(tx, filing.number, owner, reach);
    case "suggestion":
      return withdrawSuggestion(tx, filing.number, owner);
  }
}

async function withdrawRecords(tx: Tx, number: string, owner: Owner, reach: Reach): Promise<Withdrawn> {
  const { personId, since } = owner;
  const records =
    reach === "message"
      ? await claimLatestReport(tx, personId, since)
      : listOf(await claimRecord(tx, number, personId));
  if (records.length === 0) return "no-such-record";
  const made = records.some((record) => record.source === "suggestion");
  const suggestion = made ? await findSuggestionOf(tx, number) : undefined;
  if (suggestion !== undefined) return withdrawSuggestion(tx, suggestion, owner);
  if (records.some((record) => record.state === "verified")) return "already-verified";
  const ids = records.map((record) => record.id);
  const opinions = await markWithdrawn(tx, ids);
  await note(tx, owner, "report.withdraw", "duty_record", ids);
  const late = records.filter((record) => record.filedAt < since);
  await traceLate(tx, late, owner);
  const numbers = [...records.map((record) => record.number), ...opinions];
  return {
    outcome: { of: "report.withdraw", numbers, ...(late.length > 0 ? { late: true as const } : {}) },
    news: [
      ...(await lateChangeNews(tx, late, owner.name, "withdrawn", owner)),
      ...(await originNews(tx, records, owner.name, "withdrawn", owner)),
    ],
  };
}

const listOf = <T>(one: T | undefined): T[] => (one === undefined ? [] : [one]);

function traceLate(tx: Tx, late: readonly DutyRecord[], { personId, now }: Owner): Promise<void> {
  const change = { byPerson: personId, field: "state", after: "withdrawn", at: now };
  return traceChanges(
    tx,
    late.map(({ id, state }) => ({ ...change, recordId: id, before: state })),
  );
}

async function withdrawOpinions(tx: Tx, number: string, owner: Owner, reach: Reach): Promise<Withdrawn> {
  const opinions =
    reach === "message"
      ? await claimOpinionsBeside(tx, number, owner.personId)
      : listOf(await claimOpinion(tx, number, owner.personId));
  if (opinions.length === 0) return "no-such-record";
  if (opinions.some((one) => one.filedAt < owner.since)) return "too-late-to-withdraw";
  const ids = opinions.map((one) => one.id);
  await markOpinionsWithdrawn(tx, ids);
  await note(tx, owner, "opinion.withdraw", "opinion", ids);
  return { of: "report.withdraw", numbers: opinions.map((one) => one.number) };
}

const note = (tx: Tx, owner: Owner, action: string, subject: string, ids: readonly number[]): Promise<void> =>
  insertAudit(
    tx,
    ids.map((subjectId) => ({ at: owner.now, actorId: owner.personId, action, subject, subjectId })),
  );
