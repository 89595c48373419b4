import { type OrgCheck, SEAT_KINDS } from "./org-names.ts";
import type { MandateEntry, StaffEntry } from "./roster.ts";
import { LEVEL_NAMES, MANDATE_STATUS_NAMES, type ROSTER_SHEETS, STAFF_ROLE_NAMES } from "./roster-sheets.ts";
import type { SheetRow } from "./sheet-rows.ts";

type MandateColumn = keyof typeof ROSTER_SHEETS.mandates.columns;
type StaffColumn = keyof typeof ROSTER_SHEETS.staff.columns;

/** An entry with the row it was read from. */
export type ReadEntry<E, C extends string> = { readonly entry: E; readonly row: SheetRow<C> };

/** Reads a row of the deputies' sheet; nothing where it is not whole, and what is wrong is reported. */
export function readMandate(
  row: SheetRow<MandateColumn>,
  checkOrg: OrgCheck,
): ReadEntry<MandateEntry, MandateColumn>[] {
  const [name, term] = [row.name("name"), row.text("term")];
  const person = { name: name ?? "", code: row.text("code"), phone: row.phone("phone") };
  const level = row.oneOf("level", LEVEL_NAMES);
  const status = row.oneOf("status", MANDATE_STATUS_NAMES);
  const [from, to] = readSpan(row, "from", "to");
  const [suspendedFrom, suspendedTo] = readSpan(row, "suspendedFrom", "suspendedTo");
  checkOrg(row, "group", SEAT_KINDS.group);
  checkOrg(row, "township", SEAT_KINDS.township);
  checkOrg(row, "station", SEAT_KINDS.station);
  if (name === null || level === null || term === null || from === null || status === null) return [];
  const rests = { suspendedFrom, suspendedTo };
  const entry = { row: row.row, person, level, term, ...readPlace(row), from, to, status, ...rests };
  checkDays(row, entry);
  return [{ row, entry }];
}

function readPlace(row: SheetRow<MandateColumn>) {
  const optional = (column: MandateColumn) => (row.has(column) ? row.text(column) : undefined);
  return {
    constituency: optional("constituency"),
    group: optional("group"),
    township: optional("township"),
    station: optional("station"),
  };
}

function checkDays(row: SheetRow<MandateColumn>, entry: Omit<MandateEntry, "person">): void {
  const { status, from, to, suspendedFrom, suspendedTo } = entry;
  // Whoever has left has a last day: without it no figure knows until when.
  if (to === null && (status === "resigned" || status === "terminated")) row.report("to", "missing");
  if (suspendedFrom === null && (status === "suspended" || suspendedTo !== null))
    row.report("suspendedFrom", "missing");
  if (suspendedFrom !== null && (suspendedFrom < from || (to !== null && suspendedFrom > to)))
    row.report("suspendedFrom", "rests-outside");
}

/** Reads a row of the staff's sheet, in the same way. */
export function readStaff(
  row: SheetRow<StaffColumn>,
  checkOrg: OrgCheck,
): ReadEntry<StaffEntry, StaffColumn>[] {
  const name = row.name("name");
  const person = { name: name ?? "", code: row.text("code"), phone: row.phone("phone") };
  const role = row.oneOf("role", STAFF_ROLE_NAMES);
  const org = row.text("org");
  checkOrg(row, "org");
  const [from, to] = readSpan(row, "from", "to");
  if (name === null || role === null || org === null || from === null) return [];
  return [{ row, entry: { row: row.row, person, role, org, from, to } }];
}

function readSpan<C extends string>(row: SheetRow<C>, first: C, last: C) {
  const [from, to] = [row.day(first), row.day(last)];
  if (from !== null && to !== null && to < from) row.report(last, "to-before-from");
  return [from, to] as const;
}
