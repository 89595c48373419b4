import type { DutyRecord, NewDutyRecord } from "#db/queries/duty-records.ts";
import { type CountUnit, isCountUnit } from "#src/domain/count-unit.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { Amendment } from "#src/domain/requests/report.ts";
import { unitMeant } from "#src/domain/unit-meant.ts";

/** A change as it is kept of a record, without contact data and in a unit that is counted there: once, before it is written. */
export function asKeptAmendment(record: Pick<DutyRecord, "counts">, amendment: Amendment): Amendment {
  if (isInWords(amendment)) return { ...amendment, value: withoutPersonalData(amendment.value) };
  if (!isCounted(amendment)) return amendment;
  return { ...amendment, field: unitMeant(amendment.field, record.counts) };
}

const isCounted = (amendment: Amendment): amendment is Extract<Amendment, { readonly field: CountUnit }> =>
  isCountUnit(amendment.field);

const isInWords = (amendment: Amendment): amendment is Extract<Amendment, { readonly value: string }> =>
  typeof amendment.value === "string";

/** The fields of a record that a change sets; null where it is none for it. */
export function fieldsOf(record: DutyRecord, amendment: Amendment): Partial<NewDutyRecord> | null {
  switch (amendment.field) {
    case "kind":
      return isDutyKind(amendment.value) ? { kind: amendment.value } : null;
    case "date":
      return {
        startsOn: amendment.value,
        endsOn: amendment.value,
        ...(amendment.time === undefined ? {} : { atTime: amendment.time }),
      };
    case "end":
      return amendment.value >= record.startsOn ? { endsOn: amendment.value } : null;
    case "time":
      return { atTime: amendment.value };
    case "place":
      return { place: amendment.value };
    case "text":
      return { narrative: amendment.value };
    case "with":
      return {};
    case "category":
      return null;
    default:
      return {
        counts: { ...record.counts, [amendment.field]: amendment.value },
        approx: record.approx.filter((unit) => unit !== amendment.field),
      };
  }
}

/** What a record says before a change, as its trace keeps it. */
export function saidBefore(record: DutyRecord, { field }: Amendment): string | null {
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
