import type { DutyRecord, NewDutyRecord } from "#db/queries/duty-records.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { Amendment } from "#src/domain/requests/report.ts";

/** A change as it is kept, without contact data: once, before the record and its trace are written. */
export const asKeptAmendment = (amendment: Amendment): Amendment =>
  isInWords(amendment) ? { ...amendment, value: withoutPersonalData(amendment.value) } : amendment;

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
