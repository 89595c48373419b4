import { COUNT_UNITS, type Counts, type CountUnit } from "../count-unit.ts";
import type { Day } from "../day.ts";
import type { DutyKind } from "../duty-kind.ts";
import { mandateOn } from "../mandate-on.ts";
import { DUTY_KIND_NAMES, RECORD_SHEETS } from "./record-sheet.ts";
import type { RosterFault, RosterProblem } from "./roster.ts";
import type { KnownMandate, KnownPerson, RosterState } from "./roster-state.ts";
import { readRows, type Sheet, type SheetRow } from "./sheet-rows.ts";

/** A duty record of an earlier time, under the mandate that ran then. */
export type OldRecord = {
  readonly personId: number;
  readonly mandateId: number;
  readonly kind: DutyKind;
  readonly date: Day;
  readonly end: Day;
  readonly place: string | null;
  readonly counts: Counts;
  readonly text: string;
};

/** What makes two records one: everything that a person could see of them. */
export const recordKey = ({
  personId,
  kind,
  date,
  end,
  place,
  counts,
  text,
}: Omit<OldRecord, "mandateId">): string =>
  JSON.stringify([
    personId,
    kind,
    date,
    end,
    place,
    Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)),
    text,
  ]);

type Row = SheetRow<keyof typeof RECORD_SHEETS.records.columns>;

/**
 * Reads old records whole: every row names one deputy of the roster, in office on that day, or every bad cell is listed
 * and nothing is taken. `clean` takes out what may not be kept of a text.
 */
export function parseRecords(
  sheets: readonly Sheet[],
  state: RosterState,
  today: Day,
  clean: (text: string) => string,
): { readonly records: readonly OldRecord[] } | { readonly problems: readonly RosterProblem[] } {
  const problems: RosterProblem[] = [];
  const rows = readRows(sheets, RECORD_SHEETS.records, problems);
  const find = createFinder(state);
  const seen = new Set<string>();
  const records = rows.flatMap((row) => {
    const record = readRecord(row, find, today, clean);
    if (record === null) return [];
    if (seen.has(recordKey(record))) row.report("text", "twice");
    seen.add(recordKey(record));
    return [record];
  });
  if (rows.length + problems.length === 0)
    problems.push({ sheet: RECORD_SHEETS.records.name, row: 0, column: "", fault: "no-rows", value: "" });
  return problems.length > 0 ? { problems } : { records };
}

function readRecord(
  row: Row,
  find: ReturnType<typeof createFinder>,
  today: Day,
  clean: (text: string) => string,
): OldRecord | null {
  const kind = row.oneOf("kind", DUTY_KIND_NAMES);
  const [date, last] = [row.day("date"), row.day("end")];
  const counts = readCounts(row);
  const [place, text] = [row.text("place"), row.text("text")];
  const end = last ?? date;
  if (date !== null && last !== null && last < date) row.report("end", "to-before-from");
  if (end !== null && end > today) row.report(last === null ? "date" : "end", "future-day");
  const held = find(row, date);
  if (kind === null || date === null || end === null || text === null || held === null) return null;
  const said = place === null ? null : clean(place);
  return { ...held, kind, date, end, place: said, counts, text: clean(text) };
}

type Column = "name" | "code" | "phone" | "date";
type Held = Pick<OldRecord, "personId" | "mandateId">;

// By number, else by telephone, else by a name that is one person's, there where a township was said.
function createFinder({ people, mandates, orgs }: RosterState) {
  const byCode = Map.groupBy(people, (one) => one.code);
  const byPhone = new Map(people.flatMap((one) => (one.phone === null ? [] : [[one.phone, one] as const])));
  const byName = Map.groupBy(people, (one) => one.name);
  const held = Map.groupBy(mandates, (one) => one.personId);
  const townOf = new Map(orgs.map((one) => [one.id, one.name]));
  const sits = (person: KnownPerson, town: string | null): readonly KnownMandate[] =>
    (held.get(person.id) ?? []).filter((one) => town === null || townOf.get(one.townshipId ?? 0) === town);
  return (row: Row, date: Day | null): Held | null => {
    const [name, code, phone, town] = [
      row.text("name"),
      row.text("code"),
      row.phone("phone"),
      row.text("township"),
    ];
    const fail = (column: Column, fault: RosterFault): null => {
      row.report(column, fault);
      return null;
    };
    if (name === null) return null;
    const named = (byName.get(name) ?? []).filter((one) => sits(one, town).length > 0);
    const numbered = code === null ? [] : (byCode.get(code) ?? []);
    // Each district has numbers of its own: of two with the same number, name and town say which.
    const [coded, another] = numbered.length > 1 ? numbered.filter((one) => named.includes(one)) : numbered;
    if (another !== undefined) return fail("name", "unknown-person");
    const exact = code === null ? (phone === null ? undefined : byPhone.get(phone)) : coded;
    if (exact !== undefined && exact.name !== name)
      return code === null ? fail("phone", "phone-of-other") : fail("code", "number-of-other");
    if (exact === undefined && named.length > 1) return fail("code", "needs-number");
    const person = exact ?? (code === null ? named[0] : undefined);
    if (person === undefined) return fail("name", "unknown-person");
    if (date === null) return null;
    const mandate = mandateOn(sits(person, town), date);
    return mandate === null ? fail("date", "not-in-office") : { personId: person.id, mandateId: mandate.id };
  };
}

const UNITS = (Object.entries(COUNT_UNITS) as [CountUnit, string][]).sort(
  (a, b) => b[1].length - a[1].length,
);
const PART = new RegExp(
  `^(?<n>\\d{1,7}(?:\\.\\d{1,2})?)(?<unit>${UNITS.map(([, word]) => word).join("|")})$`,
  "u",
);

function readCounts(row: Row): Counts {
  const counts: Partial<Record<CountUnit, number>> = {};
  for (const part of (row.text("counts") ?? "").split(/[、,;\s]+/u)) {
    const { n, unit } = PART.exec(part)?.groups ?? {};
    const found = UNITS.find(([, word]) => word === unit)?.[0];
    if (found !== undefined) counts[found] = Number(n);
    else if (part !== "") row.report("counts", "not-a-count");
  }
  return counts;
}
