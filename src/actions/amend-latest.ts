import type { Tx } from "#db/client.ts";
import { claimLatestReport, claimRecord, findReturnedLast } from "#db/queries/duty-records.ts";
import { isEnteredBy } from "#db/queries/entered-by.ts";
import { daysBefore, hoursBefore } from "#src/domain/ago.ts";
import { absolute, isRecount, type Recount } from "#src/domain/recounted.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FilingOutcome } from "#src/domain/requests/filing.ts";
import type { Change } from "#src/domain/requests/amendment.ts";
import type { AmendRequest, ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import { amendBoth } from "./amend-both.ts";
import type { Amended } from "./amend-report.ts";
import type { Grant } from "./gate.ts";
import { settleWhich } from "./settle-which.ts";
import { toWriter } from "./withdraw-entered.ts";

const isRelative = (change: Change): change is Recount =>
  isRecount(change) && change.field !== "uncounted" && (change.more === true || change.less === true);

// 少记了2户 of 12: that they are 14 then is shown first.
async function askHowMany(
  tx: Tx,
  { actorId }: Grant,
  { number, amendment }: AmendRequest,
  { now, policy }: World,
): Promise<SureOutcome | ReportRefusal | undefined> {
  if (actorId === null || !isRelative(amendment)) return undefined;
  const [latest] =
    number === undefined
      ? await claimLatestReport(tx, actorId, daysBefore(now, policy.records.correction_reaches_days))
      : [];
  const record = number === undefined ? latest : await claimRecord(tx, number, actorId);
  if (record === undefined || record.state === "verified") return undefined;
  const change = absolute(amendment, record.counts);
  if (change === undefined) return "not-a-correction";
  const { kind, startsOn: date } = record;
  return {
    of: "sure",
    card: `m-${record.number}~${change.field}~${change.value}`,
    request: { do: "report.amend", number: record.number, amendment: change },
    question: {
      kind: "sure.amend",
      record: { number: record.number, kind, date },
      now: change,
      before: record.counts,
    },
  };
}

/**
 * Changes one field of the record that is named or meant, or else of the latest. Where that is verified, and an older one was
 * sent back and waits to be put right, this one is offered: it is most likely meant. What staff wrote down for a deputy is
 * read back anew and not changed: it is taken back first.
 */
export async function amendLatest(tx: Tx, grant: Grant, asked: AmendRequest, world: World): Promise<Changed> {
  const done = await amendOwn(tx, grant, asked, world);
  return done === "no-such-record" && (await isOfEntered(tx, grant, asked, world)) ? "take-back-first" : done;
}

type Changed = Amended | SureOutcome | FilingOutcome | ReportRefusal;

async function isOfEntered(tx: Tx, grant: Grant, { number }: AmendRequest, world: World): Promise<boolean> {
  const since = hoursBefore(world.now, world.policy.records.free_correction_hours);
  return isEnteredBy(tx, toWriter(grant, world), number === undefined ? { since } : { number });
}

async function amendOwn(tx: Tx, grant: Grant, asked: AmendRequest, world: World): Promise<Changed> {
  const request = await settleWhich(tx, grant, asked, world);
  if (typeof request === "string" || "of" in request) return request;
  const counted = isRelative(request.amendment) ? await askHowMany(tx, grant, request, world) : undefined;
  if (counted !== undefined) return counted;
  const done = await amendBoth(tx, grant, request, world);
  const isLatest = asked.number === undefined && asked.like === undefined;
  if (done !== "already-verified" || !isLatest || grant.actorId === null) return done;
  const back = await findReturnedLast(tx, grant.actorId);
  if (back === undefined) return done;
  const { number, kind, date } = back;
  return {
    of: "sure",
    card: `a-${number}~${request.amendment.field}`,
    request: { ...request, number },
    question: {
      kind: "sure.amend",
      record: { number, kind, date },
      now: request.amendment,
    },
  };
}
