import { groupPeople } from "./group-people.ts";
import { gatherProblems } from "./gather-problems.ts";
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
  noteTwice(orgRows, "name", (row) => row.text("name"), "twice");
  const onFile = new Set(knownOrgs.map(({ name, kind }) => `${kind} ${name}`));
  const read = new Set(orgs.map((one) => one.row));
  const unsure = new Set(orgRows.flatMap((row) => (read.has(row.row) ? [] : [row.text("name")])));
  const noNames = problems.some(({ row, column }) => column === "" || (row === 1 && column === NAMES));
  const checkOrg = createOrgCheck(
    [...knownOrgs, ...orgs.filter(({ name, kind }) => !onFile.has(`${kind} ${name}`))],
    (name) => noNames || unsure.has(name),
  );
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
    "code",
    (_row, at) => mandateKey(whole(at), mandates[at]?.entry),
    "twice-named",
  );
  noteTwice(
    staff.map(({ row }) => row),
    "code",
    (_row, at) => roleKey(whole(mandates.length + at), staff[at]?.entry),
    "twice-named",
  );
  if (orgRows.length + mandateRows.length + staffRows.length + problems.length === 0)
    problems.push({ sheet: ROSTER_SHEETS.mandates.name, row: 0, column: "", fault: "no-rows", value: "" });
  if (problems.length > 0) return { problems: gatherProblems(problems) };
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

const NAMES = ROSTER_SHEETS.orgs.columns.name.head;

const mandateKey = (person: string, entry: MandateEntry | undefined): string =>
  `${person} ${entry?.level} ${bareTerm(entry?.term ?? "")} ${entry?.from}`;

const roleKey = (person: string, entry: StaffEntry | undefined): string =>
  `${person} ${entry?.role} ${entry?.org}`;

type OrgColumn = keyof typeof ROSTER_SHEETS.orgs.columns;

function readOrg(row: SheetRow<OrgColumn>): OrgEntry[] {
  const name = row.text("name");
  const kind = row.oneOf("kind", ORG_KIND_NAMES);
  const [parent, code] = [row.text("parent"), row.text("code")];
  return name === null || kind === null ? [] : [{ row: row.row, name, kind, parent, code }];
}

// Said of the later row, which names the one before.
function noteTwice<C extends string>(
  rows: readonly SheetRow<C>[],
  column: C,
  keyOf: (row: SheetRow<C>, at: number) => string | null,
  fault: "twice" | "twice-named",
): void {
  const seen = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const key = keyOf(row, at);
    const before = key === null ? undefined : seen.get(key);
    if (before !== undefined) row.report(column, fault, [String(before)]);
    else if (key !== null) seen.set(key, row.row);
  }
}
