import { groupPeople } from "./group-people.ts";
import { createOrgCheck, type NamedOrg } from "./org-names.ts";
import { readMandate, readStaff } from "./parse-mandates.ts";
import { bareTerm } from "../bare-term.ts";
import type { MandateEntry, OrgEntry, PersonKey, Roster, RosterProblem, StaffEntry } from "./roster.ts";
import { ORG_KIND_NAMES, ROSTER_SHEETS } from "./roster-sheets.ts";
import { readRows, type Sheet, type SheetRow } from "./sheet-rows.ts";

/** A roster, or every cell that is wrong in it. */
export type ParsedRoster = { readonly roster: Roster } | { readonly problems: readonly RosterProblem[] };

/**
 * Reads a roster whole: all of it is right by itself, or every bad cell is listed and nothing is taken. `knownOrgs` are
 * the organisations on file.
 */
export function parseRoster(sheets: readonly Sheet[], knownOrgs: readonly NamedOrg[]): ParsedRoster {
  const problems: RosterProblem[] = [];
  const orgRows = readRows(sheets, ROSTER_SHEETS.orgs, problems);
  const orgs = orgRows.flatMap(readOrg);
  noteTwice(orgRows, "name", (row) => row.text("name"));
  const onFile = new Set(knownOrgs.map(({ name, kind }) => `${kind} ${name}`));
  const checkOrg = createOrgCheck([
    ...knownOrgs,
    ...orgs.filter(({ name, kind }) => !onFile.has(`${kind} ${name}`)),
  ]);
  for (const row of orgRows) checkOrg(row, "parent");
  const mandateRows = readRows(sheets, ROSTER_SHEETS.mandates, problems);
  const staffRows = readRows(sheets, ROSTER_SHEETS.staff, problems);
  const mandates = mandateRows.flatMap((row) => readMandate(row, checkOrg));
  const staff = staffRows.flatMap((row) => readStaff(row, checkOrg));
  const people = groupPeople([
    ...mandates.map(({ entry, row }) => ({ key: entry.person, report: row.report })),
    ...staff.map(({ entry, row }) => ({ key: entry.person, report: row.report })),
  ]);
  const whole = (at: number): string => Object.values(people[at] ?? {}).join(" ");
  noteTwice(
    mandates.map(({ row }) => row),
    "from",
    (_row, at) => mandateKey(whole(at), mandates[at]?.entry),
    "twice-named",
  );
  noteTwice(
    staff.map(({ row }) => row),
    "role",
    (_row, at) => roleKey(whole(mandates.length + at), staff[at]?.entry),
    "twice-named",
  );
  if (orgRows.length + mandateRows.length + staffRows.length + problems.length === 0)
    problems.push({ sheet: ROSTER_SHEETS.mandates.name, row: 0, column: "", fault: "no-rows", value: "" });
  if (problems.length > 0) return { problems: inOrder(problems) };
  const named = <E extends { readonly person: PersonKey }>(entry: E, at: number): E => ({
    ...entry,
    person: people[at] ?? entry.person,
  });
  return {
    roster: {
      orgs,
      mandates: mandates.map(({ entry }, at) => named(entry, at)),
      staff: staff.map(({ entry }, at) => named(entry, mandates.length + at)),
    },
  };
}

const mandateKey = (person: string, entry: MandateEntry | undefined): string =>
  `${person} ${entry?.level} ${bareTerm(entry?.term ?? "")} ${entry?.from}`;

const roleKey = (person: string, entry: StaffEntry | undefined): string =>
  `${person} ${entry?.role} ${entry?.org}`;

const SHEET_ORDER: readonly string[] = Object.values(ROSTER_SHEETS).map((one) => one.name);

// A cell that two checks look at is told of once, and the list goes down the file as people do.
function inOrder(problems: readonly RosterProblem[]): RosterProblem[] {
  const once = new Map(problems.map((one) => [`${one.sheet}/${one.row}/${one.column}/${one.fault}`, one]));
  return [...once.values()].sort(
    (a, b) => SHEET_ORDER.indexOf(a.sheet) - SHEET_ORDER.indexOf(b.sheet) || a.row - b.row,
  );
}

type OrgColumn = keyof typeof ROSTER_SHEETS.orgs.columns;

function readOrg(row: SheetRow<OrgColumn>): OrgEntry[] {
  const name = row.text("name");
  const kind = row.oneOf("kind", ORG_KIND_NAMES);
  const [parent, code] = [row.text("parent"), row.text("code")];
  return name === null || kind === null ? [] : [{ row: row.row, name, kind, parent, code }];
}

function noteTwice<C extends string>(
  rows: readonly SheetRow<C>[],
  column: C,
  keyOf: (row: SheetRow<C>, at: number) => string | null,
  fault: "twice" | "twice-named" = "twice",
): void {
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const key = keyOf(row, at);
    if (key !== null && seen.has(key)) row.report(column, fault);
    if (key !== null) seen.add(key);
  }
}
