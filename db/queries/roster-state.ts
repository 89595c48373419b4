import { sql } from "drizzle-orm";
import type {
  KnownMandate,
  KnownOrg,
  KnownPerson,
  KnownRole,
  RosterState,
} from "#src/domain/roster/roster-state.ts";
import type { Tx } from "../client.ts";
import type { Vault } from "../vault.ts";
import { SEAT_COLUMNS, type SeatIds, type SeatTexts, idOrNone, toSeat } from "./seat-columns.ts";

/** Organisations, each once. */
export async function listKnownOrgs(tx: Tx): Promise<KnownOrg[]> {
  const rows = await tx.execute<Omit<KnownOrg, "id" | "parentId"> & { id: string; parent_id: string | null }>(
    sql`select id::text, name, kind, parent_id::text from orgs order by orgs.id`,
  );
  return rows.map(({ id, name, kind, parent_id }) => ({
    id: Number(id),
    name,
    kind,
    parentId: idOrNone(parent_id),
  }));
}

async function listKnownPeople(tx: Tx, vault: Vault): Promise<KnownPerson[]> {
  const rows = await tx.execute<{ id: string; name: string; code: string | null; phone: Uint8Array | null }>(
    sql`select id::text, name, code, phone from people where kind = 'member' order by people.id`,
  );
  return rows.map(({ id, name, code, phone }) => ({
    id: Number(id),
    name,
    code,
    phone: phone === null ? null : vault.open(phone),
  }));
}

async function listKnownMandates(tx: Tx): Promise<KnownMandate[]> {
  const rows = await tx.execute<Omit<KnownMandate, keyof SeatIds> & SeatTexts>(
    sql`select ${SEAT_COLUMNS} from mandates m order by m.id`,
  );
  return rows.map(toSeat);
}

async function listKnownRoles(tx: Tx): Promise<KnownRole[]> {
  const rows = await tx.execute<
    Omit<KnownRole, "personId" | "orgId"> & { person_id: string; org_id: string }
  >(sql`
    select person_id::text, org_id::text, role, valid_from::text "from", valid_to::text "to" from staff_roles`);
  return rows.map(({ person_id, org_id, ...row }) => ({
    ...row,
    personId: Number(person_id),
    orgId: Number(org_id),
  }));
}

/** Everything that a roster is compared with, as it stands in this transaction. Telephones are opened for it. */
export async function readRosterState(tx: Tx, vault: Vault): Promise<RosterState> {
  return {
    orgs: await listKnownOrgs(tx),
    people: await listKnownPeople(tx, vault),
    mandates: await listKnownMandates(tx),
    roles: await listKnownRoles(tx),
  };
}
