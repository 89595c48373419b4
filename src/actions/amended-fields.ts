import type { DutyRecord, NewDutyRecord } from "#db/queries/duty-records.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import { absolute, isRecount, type Recount, recounted } from "#src/domain/recounted.ts";
import { unitMeant } from "#src/domain/unit-meant.ts";

/** A change as it is kept of a record, without contact data and in a unit that is counted there: once, before it is written. */
export function asKeptAmendment(record: Pick<DutyRecord, "counts">, amendment: Amendment): Amendment {
  const { unread } = amendment;
  if (isRecount(amendment))
    return { ...inItsUnit(amendment, record.counts), ...(unread === undefined ? {} : { unread }) };
  return isInWords(amendment) ? { ...amendment, value: withoutPersonalData(amendment.value) } : amendment;
}

function inItsUnit(change: Recount, counts: DutyRecord["counts"]): Recount {
  const now = absolute(change, counts) ?? change;
  if (now.field !== "uncounted") return { field: unitMeant(now.field, counts), value: now.value };
  const { value } = now;
  return { field: "uncounted", value: value === "all" ? value : unitMeant(value, counts) };
}

const isInWords = (
  amendment: Amendment,
): amendment is Exclude<Extract<Amendment, { readonly value: string }>, { readonly field: "uncounted" }> =>
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
      return recounted(record, amendment);
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
