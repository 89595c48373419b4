import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCompanionNews, findEnteredNews } from "#db/queries/asked-last.ts";
import { listNamed } from "#db/queries/companions.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { markTogether } from "#db/queries/occasions.ts";
import {
  findLikeOrigin,
  insertShare,
  claimEnteredRecords,
  claimNamedShare,
  type Entered,
  markAcknowledged,
  markCompanion,
  type NamedShare,
} from "#db/queries/shares.ts";
import { isCountUnit } from "#src/domain/count-unit.ts";
import { yearOf } from "#src/domain/day.ts";
import { heldThroughout } from "#src/domain/mandate-on.ts";
import type { News } from "#src/domain/news.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { ShareOutcome, ShareRequest, ToldOfShare } from "#src/domain/requests/share.ts";
import type { When } from "#src/domain/when.ts";
import { denyRecords } from "./deny-records.ts";
import type { Grant } from "./gate.ts";
import { companionNews } from "./report-news.ts";

type Spoken = { readonly outcome: ShareOutcome; readonly news: readonly News[] };

/**
 * Takes a deputy's word on what staff entered: with 对 it counts at once, and whoever is named in it is asked in the
 * deputy's name; with 不对 it is out, and whoever entered it is told.
 */
export async function acknowledgeRecords(
  tx: Tx,
  grant: Grant,
  { numbers, right, every, unsure, of }: Extract<ShareRequest, { do: "report.acknowledge" }>,
  when: When,
): Promise<Spoken> {
  const { now } = when;
  const records = await claimEnteredRecords(tx, grant.personId, every === true ? "every" : numbers);
  if (unsure === true) return { outcome: await askAgain(tx, grant, records, right, of), news: [] };
  const spokenOf = records.map((one) => one.number);
  if (!right) {
    const { opinions, news } = await denyRecords(tx, grant, records, when);
    const told = opinions.length > 0 ? { opinions } : {};
    return { outcome: { of: "report.acknowledged", numbers: spokenOf, right, ...told }, news };
  }
  const ids = records.map((one) => one.id);
  await markAcknowledged(tx, ids, now);
  const line = { at: now, actorId: grant.personId, action: "report.acknowledge", subject: "duty_record" };
  await insertAudit(
    tx,
    ids.map((subjectId) => ({ ...line, subjectId })),
  );
  return {
    outcome: { of: "report.acknowledged", numbers: spokenOf, right },
    news: companionNews(await listNamed(tx, ids), grant.actorName),
  };
}

async function askAgain(
  tx: Tx,
  { personId }: Grant,
  records: readonly Entered[],
  right: boolean,
  of: readonly string[] = [],
): Promise<ShareOutcome> {
  const theirs = of.length === 0 ? undefined : await findCompanionNews(tx, personId, of);
  if (theirs?.kind === "report.companion")
    return { of: "report.acknowledged", numbers: [theirs.record.number], right, question: theirs };
  const entered = await findEnteredNews(
    tx,
    records.map((one) => one.id),
  );
  const question = entered ?? (await findCompanionNews(tx, personId));
  // Nothing waits for it: nothing was done.
  if (question === undefined) return { of: "report.acknowledged", numbers: [], right: false };
  const asked = "records" in question ? question.records : [question.record];
  return { of: "report.acknowledged", numbers: asked.map((one) => one.number), right, question };
}

/** Takes a companion's word: with a yes the share becomes the companion's own record, once; a no is kept, too. */
export async function shareRecord(
  tx: Tx,
  grant: Grant,
  { number, present, told = {} }: Extract<ShareRequest, { do: "report.share" }>,
  { now, today }: When,
): Promise<ShareOutcome | ReportRefusal> {
  const { actorId } = grant;
  if (actorId === null) return "before-mandate";
  const origin = await claimNamedShare(tx, number, actorId);
  if (origin === undefined) return "no-such-record";
  if (origin.state !== "confirmed" && origin.state !== "verified")
    return origin.state === "withdrawn" ? "origin-withdrawn" : "origin-returned";
  if (!saysTold(origin, told)) return askedAnew(number, origin);
  const mandate = heldThroughout(grant.mandates, origin.startsOn, origin.endsOn);
  if (present && mandate === null) return "before-mandate";
  await markCompanion(tx, origin.id, actorId, present ? "confirmed" : "declined", now);
  if (!present || mandate === null) return { of: "report.share-declined", number };
  const own = await findLikeOrigin(tx, origin.id, actorId);
  if (own !== undefined) {
    await markTogether(tx, own.number, origin.id);
    return { of: "report.shared", record: own, already: true };
  }
  const [mine = ""] = await nextNumbers(tx, "record", yearOf(today), 1);
  const record = await insertShare(tx, origin.id, {
    number: mine,
    personId: actorId,
    mandateId: mandate.id,
    at: now,
  });
  if (record === undefined) return "no-such-record";
  await insertAudit(tx, [
    { at: now, actorId, action: "report.share", subject: "duty_record", subjectId: origin.id },
  ]);
  return { of: "report.shared", record, already: false };
}

// 我跟张伟去的 of what 李明 told, 那六户 of five: that yes is to something else.
function saysTold(origin: NamedShare, told: ToldOfShare): boolean {
  const { on = origin.startsOn, place = "", counts = {}, with: named = [] } = told;
  const where = origin.place ?? "";
  const isThen = origin.startsOn <= on && on <= origin.endsOn;
  const isThere = where === "" || where.includes(place) || place.includes(where);
  const isSoMany = Object.entries(counts).every(
    ([unit, many]) => !isCountUnit(unit) || (origin.counts[unit] ?? many) === many,
  );
  return (
    isThen && isThere && isSoMany && named.every((one) => one === origin.by || origin.with.includes(one))
  );
}

const askedAnew = (
  number: string,
  { kind, startsOn: date, place, counts, by }: NamedShare,
): ShareOutcome => ({
  of: "report.acknowledged",
  numbers: [number],
  right: true,
  question: { kind: "report.companion", record: { number, kind, date, place, counts }, by },
});
