import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listSeatsNamed } from "#db/queries/deputies.ts";
import {
  amendRecord,
  type DutyRecord,
  insertCompanions,
  lockLatestReport,
  lockRecord,
  type NewDutyRecord,
} from "#db/queries/duty-records.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { isInOffice, mandateOn } from "#src/domain/mandate-on.ts";
import { withoutPersonalData } from "#src/domain/personal-data.ts";
import type { Amendment, ReportOutcome, ReportRefusal, ReportRequest } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import type { World } from "#src/domain/rules.ts";
import type { News } from "#src/domain/news.ts";
import type { Grant } from "./gate.ts";
import { lateChangeNews } from "./report-news.ts";

type Amended = {
  readonly outcome: Extract<ReportOutcome, { of: "report.amend" }>;
  readonly news: readonly News[];
};

/** How far back `改…` without a number reaches. */
const RECENT_MS = 7 * 24 * 3_600_000;

/** Changes one field of a deputy's own record after filing, with a trace. A verified record only staff may correct. */
export async function amendReport(
  tx: Tx,
  grant: Grant,
  request: Extract<ReportRequest, { do: "report.amend" }>,
  world: World,
): Promise<Amended | ReportRefusal> {
  const when: When = world;
  if (grant.actorId === null) return "no-such-record";
  const record = await findRecord(tx, request.number, grant.actorId, when);
  if (record === undefined) return "no-such-record";
  if (record.state === "verified") return "already-verified";
  const amendment = asKeptAmendment(request.amendment);
  const { field } = amendment;
  const fields = toAllowedFields(record, amendment, grant, when);
  if (typeof fields === "string") return fields;
  // What was sent back and is put right stands again, for staff to look at once more.
  const state = record.state === "returned" ? ({ state: "confirmed" } as const) : {};
  await amendRecord(
    tx,
    record.id,
    { ...fields, ...state },
    {
      recordId: record.id,
      byPerson: grant.actorId,
      field,
      before: toWords(record, amendment),
      after: String(amendment.value),
      at: when.now,
    },
  );
  if (amendment.field === "with") await addCompanions(tx, record, amendment.value, when);
  await insertAudit(tx, [
    {
      at: when.now,
      actorId: grant.actorId,
      action: "report.amend",
      subject: "duty_record",
      subjectId: record.id,
    },
  ]);
  const kind = fields.kind ?? record.kind;
  const date = fields.startsOn ?? record.startsOn;
  const freeUntil = record.filedAt.getTime() + world.policy.records.free_correction_hours * 3_600_000;
  const late = freeUntil < when.now.getTime() ? [record] : [];
  return {
    outcome: { of: "report.amend", field, record: { number: record.number, kind, date } },
    news: await lateChangeNews(tx, late, grant.actorName, "changed", when),
  };
}

// Once, before the record and its trace are written.
const asKeptAmendment = (amendment: Amendment): Amendment =>
  isInWords(amendment) ? { ...amendment, value: withoutPersonalData(amendment.value) } : amendment;

const isInWords = (amendment: Amendment): amendment is Extract<Amendment, { readonly value: string }> =>
  typeof amendment.value === "string";

async function findRecord(tx: Tx, number: string | undefined, personId: number, when: When) {
  if (number !== undefined) return lockRecord(tx, number, personId);
  const latest = await lockLatestReport(tx, personId, new Date(when.now.getTime() - RECENT_MS));
  return latest[0];
}

// On another day the record may belong to another mandate, or to none.
function toAllowedFields(
  record: DutyRecord,
  amendment: Amendment,
  { mandates }: Grant,
  { today }: When,
): Partial<NewDutyRecord> | ReportRefusal {
  const fields = toFields(record, amendment);
  if (fields === null) return "no-such-record";
  if ((fields.endsOn ?? record.endsOn) > today) return "future-date";
  const { startsOn } = fields;
  const own = mandates.find((one) => one.id === record.mandateId);
  if (startsOn === undefined || own === undefined || isInOffice(own, startsOn)) return fields;
  const held = mandateOn(mandates, startsOn);
  return held === null ? "before-mandate" : { ...fields, mandateId: held.id };
}

function toFields(record: DutyRecord, amendment: Amendment): Partial<NewDutyRecord> | null {
  switch (amendment.field) {
    case "kind":
      return isDutyKind(amendment.value) ? { kind: amendment.value } : null;
    case "date":
      return { startsOn: amendment.value, endsOn: amendment.value };
    case "end":
      return amendment.value >= record.startsOn ? { endsOn: amendment.value } : null;
    case "time":
      return { atTime: amendment.value };
    case "place":
      return { place: amendment.value };
    case "text":
      return { narrative: amendment.value };
    case "with":
      return { place: record.place };
    case "category":
      return null;
    default:
      return {
        counts: { ...record.counts, [amendment.field]: amendment.value },
        approx: record.approx.filter((unit) => unit !== amendment.field),
      };
  }
}

function toWords(record: DutyRecord, { field }: Amendment): string | null {
  const before: Partial<Record<Amendment["field"], string | null>> = {
    kind: record.kind,
    date: record.startsOn,
    end: record.endsOn,
    time: record.atTime,
    place: record.place,
    text: record.narrative,
  };
  const known = before[field];
  return known === undefined ? JSON.stringify(record.counts) : known;
}

async function addCompanions(tx: Tx, record: DutyRecord, names: string, when: When): Promise<void> {
  const seats = await listSeatsNamed(tx, names.split(/[、,,\s]+/u), [record.startsOn, when.today]);
  const here = new Set(seats.filter((one) => one.day === when.today).map((one) => one.personId));
  const others = seats.filter(
    ({ day, personId }) => day === record.startsOn && here.has(personId) && personId !== record.personId,
  );
  await insertCompanions(
    tx,
    others.map((one) => ({ recordId: record.id, personId: one.personId })),
  );
}
