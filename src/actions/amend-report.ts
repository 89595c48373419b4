import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listCompanions } from "#db/queries/companions.ts";
import { amendRecord, claimRecord, type DutyRecord, type NewDutyRecord } from "#db/queries/duty-records.ts";
import { markSpoken } from "#db/queries/shares.ts";
import { hoursBefore } from "#src/domain/ago.ts";
import { heldThroughout, isInOffice } from "#src/domain/mandate-on.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { ReportOutcome, ReportRefusal, ReportRequest } from "#src/domain/requests/report.ts";
import { isRecount } from "#src/domain/recounted.ts";
import { isStillAhead } from "#src/domain/still-ahead.ts";
import { withYear } from "#src/domain/year-meant.ts";
import type { When } from "#src/domain/when.ts";
import type { World } from "#src/domain/rules.ts";
import type { News } from "#src/domain/news.ts";
import type { Grant } from "./gate.ts";
import { amendCompanions } from "./amend-companions.ts";
import { asKeptAmendment, fieldsOf, saidBefore } from "./amended-fields.ts";
import { companionNews, lateChangeNews } from "./report-news.ts";
import { followChange } from "./follow-change.ts";

/** What was changed, and who hears of it. */
export type Amended = {
  readonly outcome: Extract<ReportOutcome, { of: "report.amend" }>;
  readonly news: readonly News[];
};

/**
 * Changes one field of a deputy's own record after filing, with a trace. A verified record only staff may correct. What
 * was sent back and is put right stands again. Those who were named and have not spoken are then asked once more, and
 * whenever it says another day, place or kind than they were asked about; shares say what it says.
 */
export async function amendReport(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "report.amend" }>,
  world: World,
): Promise<Amended | ReportRefusal> {
  if (grant.actorId === null) return "no-such-record";
  const { number } = request;
  const record = number === undefined ? undefined : await claimRecord(tx, number, grant.actorId);
  if (record === undefined) return "no-such-record";
  if (record.state === "verified") return "already-verified";
  const amendment = withYear(asKeptAmendment(record, request.amendment), record.startsOn, world.today);
  if (amendment === "which-year") return amendment;
  const fields = toAllowedFields(record, amendment, grant, world);
  if (typeof fields === "string") return fields;
  if (saysSo(record, fields)) return { outcome: toSame(record, amendment), news: [] };
  const companions =
    amendment.field === "with" ? await amendCompanions(tx, record, amendment, world) : undefined;
  if (companions === "no-such-person") return companions;
  const trace = companions ?? { before: saidBefore(record, amendment), after: String(amendment.value) };
  const change = { field: amendment.field, ...trace };
  await write(tx, grant.actorId, record, fields, change, world.now);
  const { kind = record.kind, startsOn: date = record.startsOn } = fields;
  const { place = record.place, counts = record.counts } = fields;
  const recounts = isRecount(amendment) ? { counts } : {};
  const filed = { number: record.number, kind, date };
  // 对的,不过是7户: who puts right what staff entered has spoken on it.
  const [spoken] = await markSpoken(tx, [record.id], world.now);
  const asksAll = spoken !== undefined || record.state === "returned" || MOVING.has(amendment.field);
  const toAsk = asksAll ? await listUndecided(tx, record) : (companions?.toAsk ?? []);
  return {
    outcome: { of: "report.amend", now: amendment, record: filed, ...recounts, ...toSpoken(companions) },
    news: [
      ...companionNews(
        toAsk.map((personId) => ({ personId, record: { ...filed, place, counts } })),
        grant.actorName,
        world.now,
      ),
      ...(await lateNews(tx, record, grant, world)),
      ...(await followChange(
        tx,
        { record, fields, amendment, trace: change, now: { ...filed, place, counts } },
        grant,
        world,
      )),
    ],
  };
}

/** What those who were named were asked about. */
const MOVING: ReadonlySet<Amendment["field"]> = new Set(["kind", "date", "end", "place"]);

// What was sent back stands again when it is confirmed as it was.
function saysSo(record: DutyRecord, fields: Partial<NewDutyRecord>): boolean {
  const held = new Map<string, unknown>(Object.entries(record));
  const wanted = Object.entries(fields);
  if (record.state === "returned" || wanted.length === 0) return false;
  return wanted.every(([name, value]) => JSON.stringify(held.get(name)) === JSON.stringify(value));
}

const toSame = (
  { number, kind, startsOn: date, counts }: DutyRecord,
  now: Amendment,
): Amended["outcome"] => ({
  of: "report.amend",
  now,
  ...(isRecount(now) ? { counts } : {}),
  record: { number, kind, date },
  same: true,
});

const toSpoken = (companions: Exclude<Awaited<ReturnType<typeof amendCompanions>>, string> | undefined) => {
  if (companions === undefined) return {};
  const { asked, dropped, kept, declined, unknown } = companions;
  return { companions: { asked, dropped, kept, declined, unknown } };
};

async function listUndecided(tx: Tx, record: DutyRecord): Promise<readonly number[]> {
  const named = await listCompanions(tx, record.id);
  return named.filter((one) => one.state === "named").map((one) => one.personId);
}

async function write(
  tx: Tx,
  byPerson: number,
  { id, state }: DutyRecord,
  fields: Partial<NewDutyRecord>,
  trace: { readonly field: string; readonly before: string | null; readonly after: string },
  at: Date,
): Promise<void> {
  const standing = state === "returned" ? ({ state: "confirmed" } as const) : {};
  const { field, before, after } = trace;
  await amendRecord(tx, id, { ...fields, ...standing }, { recordId: id, byPerson, field, before, after, at });
  const line = { at, actorId: byPerson, action: "report.amend", subject: "duty_record", subjectId: id };
  await insertAudit(tx, [line]);
}

function lateNews(tx: Tx, record: DutyRecord, { actorName }: Grant, world: World): Promise<News[]> {
  const freeSince = hoursBefore(world.now, world.policy.records.free_correction_hours);
  const late = record.filedAt < freeSince ? [record] : [];
  return lateChangeNews(tx, late, actorName, "changed", world);
}

// On other days the record may belong to another mandate, or to none.
function toAllowedFields(
  record: DutyRecord,
  amendment: Amendment,
  { mandates }: Grant,
  when: When,
): Partial<NewDutyRecord> | ReportRefusal {
  const fields = fieldsOf(record, amendment);
  if (fields === null) return "no-such-record";
  if ((fields.endsOn ?? record.endsOn) > when.today) return "future-date";
  if (isStillAhead(fields.startsOn ?? record.startsOn, fields.atTime ?? record.atTime, when))
    return "future-time";
  const { startsOn = record.startsOn, endsOn = record.endsOn } = fields;
  if (startsOn === record.startsOn && endsOn === record.endsOn) return fields;
  const held = heldThroughout(mandates, startsOn, endsOn);
  if (held === null) return "before-mandate";
  const own = mandates.find((one) => one.id === record.mandateId);
  return own !== undefined && isInOffice(own, startsOn) ? fields : { ...fields, mandateId: held.id };
}
