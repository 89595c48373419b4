import type { MandateEntry, OrgEntry, PersonKey, Roster, RosterProblem, StaffEntry } from "./roster.ts";
import {
  LEVEL_NAMES,
  MANDATE_STATUS_NAMES,
  ORG_KIND_NAMES,
  ROSTER_SHEETS,
  STAFF_ROLE_NAMES,
} from "./roster-sheets.ts";
import { readRows, type Sheet, type SheetRow } from "./sheet-rows.ts";

/** A roster, or every cell that is wrong in it. `knownOrgs` are names that the database has already. */
export type ParsedRoster = { readonly roster: Roster } | { readonly problems: readonly RosterProblem[] };

/** Reads a roster whole: all of it is right, or every bad cell is listed and nothing is taken. */
export function parseRoster(sheets: readonly Sheet[], knownOrgs: ReadonlySet<string>): ParsedRoster {
  const problems: RosterProblem[] = [];
  const orgRows = readRows(sheets, ROSTER_SHEETS.orgs, problems);
  const orgs = orgRows.flatMap(toOrg);
  noteTwice(
    orgRows,
    (row) => row.text("name"),
    (row) => row.report("name", "twice"),
  );
  const known = new Set([...knownOrgs, ...orgs.map((one) => one.name)]);
  for (const row of orgRows) checkOrg(row, "parent", known);
  const mandateRows = readRows(sheets, ROSTER_SHEETS.mandates, problems);
  const mandates = mandateRows.flatMap((row) => toMandate(row, known));
  noteTwice(mandateRows, mandateKey, (row) => row.report("term", "twice"));
  const staffRows = readRows(sheets, ROSTER_SHEETS.staff, problems);
  const staff = staffRows.flatMap((row) => toStaff(row, known));
  checkNamesakes(mandateRows, staffRows);
  const unique = withoutRepeats(problems);
  return unique.length > 0 ? { problems: unique } : { roster: { orgs, mandates, staff } };
}

// A cell that two checks look at is told of once.
const withoutRepeats = (problems: readonly RosterProblem[]): RosterProblem[] => [
  ...new Map(problems.map((one) => [`${one.sheet}/${one.row}/${one.column}/${one.fault}`, one])).values(),
];

type OrgColumn = keyof typeof ROSTER_SHEETS.orgs.columns;
type MandateColumn = keyof typeof ROSTER_SHEETS.mandates.columns;
type StaffColumn = keyof typeof ROSTER_SHEETS.staff.columns;

function toOrg(row: SheetRow<OrgColumn>): OrgEntry[] {
  const name = row.text("name");
  const kind = row.oneOf("kind", ORG_KIND_NAMES);
  const [parent, code] = [row.text("parent"), row.text("code")];
  return name === null || kind === null ? [] : [{ name, kind, parent, code }];
}

function checkOrg<C extends string>(row: SheetRow<C>, column: C, known: ReadonlySet<string>): string | null {
  const name = row.text(column);
  if (name !== null && !known.has(name)) row.report(column, "unknown-org");
  return name;
}

function toMandate(row: SheetRow<MandateColumn>, known: ReadonlySet<string>): MandateEntry[] {
  const [name, code, term] = [row.text("name"), row.text("code"), row.text("term")];
  const level = row.oneOf("level", LEVEL_NAMES);
  const status = row.oneOf("status", MANDATE_STATUS_NAMES);
  const [from, to] = span(row, "from", "to");
  const [suspendedFrom, suspendedTo] = span(row, "suspendedFrom", "suspendedTo");
  const group = checkOrg(row, "group", known);
  const township = checkOrg(row, "township", known);
  const station = checkOrg(row, "station", known);
  const constituency = row.text("constituency");
  if (name === null || level === null || term === null || from === null || status === null) return [];
  const seat = { level, term, constituency, group, township, station, from, to, status };
  return [{ person: { name, code }, ...seat, suspendedFrom, suspendedTo }];
}

function toStaff(row: SheetRow<StaffColumn>, known: ReadonlySet<string>): StaffEntry[] {
  const [name, code] = [row.text("name"), row.text("code")];
  const role = row.oneOf("role", STAFF_ROLE_NAMES);
  const org = checkOrg(row, "org", known);
  const [from, to] = span(row, "from", "to");
  if (name === null || role === null || org === null || from === null) return [];
  return [{ person: { name, code }, role, org, from, to }];
}

function span<C extends string>(row: SheetRow<C>, first: C, last: C) {
  const [from, to] = [row.day(first), row.day(last)];
  if (from !== null && to !== null && to < from) row.report(last, "to-before-from");
  return [from, to] as const;
}

const personKey = ({ name, code }: PersonKey): string => `${name}\n${code ?? ""}`;

function mandateKey(row: SheetRow<MandateColumn>): string | null {
  const [name, term, level] = [row.text("name"), row.text("term"), row.text("level")];
  if (name === null || term === null || level === null) return null;
  return `${personKey({ name, code: row.text("code") })}\n${level}\n${term}`;
}

function noteTwice<R>(rows: readonly R[], keyOf: (row: R) => string | null, note: (row: R) => void): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null && seen.has(key)) note(row);
    if (key !== null) seen.add(key);
  }
}

// Two people of one name: each row must say by number whom it means; one number is one person.
function checkNamesakes(
  mandates: readonly SheetRow<MandateColumn>[],
  staff: readonly SheetRow<StaffColumn>[],
) {
  const rows: readonly SheetRow<"name" | "code">[] = [...mandates, ...staff];
  const codes = Map.groupBy(rows, (row) => row.text("name") ?? "");
  const owners = new Map<string, string>();
  for (const [name, sameName] of codes) {
    const numbers = new Set(sameName.map((row) => row.text("code")));
    for (const row of sameName) {
      const code = row.text("code");
      if (code === null && numbers.size > 1) row.report("code", "needs-number");
      if (code !== null && owners.get(code) !== undefined && owners.get(code) !== name)
        row.report("code", "number-of-other");
      if (code !== null) owners.set(code, name);
    }
  }
}
