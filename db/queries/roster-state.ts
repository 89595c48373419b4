import { sql } from "drizzle-orm";
import type { Span } from "#src/domain/attendance/attendance-facts.ts";
import type {
  KnownMandate,
  KnownOrg,
  KnownPerson,
  KnownRole,
  RosterState,
} from "#src/domain/roster/roster-state.ts";
import type { Tx } from "../client.ts";
import type { Vault } from "../vault.ts";

const toId = (text: string | null): number | null => (text === null ? null : Number(text));

/** Organisations, each once. */
export async function listKnownOrgs(tx: Tx): Promise<KnownOrg[]> {
  const rows = await tx.execute<Omit<KnownOrg, "id" | "parentId"> & { id: string; parent_id: string | null }>(
    sql`select id::text, name, kind, parent_id::text from orgs order by orgs.id`,
  );
  return rows.map(({ id, name, kind, parent_id }) => ({
    id: Number(id),
    name,
    kind,
    parentId: toId(parent_id),
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

type MandateRow = Omit<
  KnownMandate,
  "id" | "personId" | "groupId" | "townshipId" | "stationId" | "suspensions"
> & {
  id: string;
  person_id: string;
  group_id: string | null;
  township_id: string | null;
  station_id: string | null;
  rests: string;
};

async function listKnownMandates(tx: Tx): Promise<KnownMandate[]> {
  const rows = await tx.execute<MandateRow>(sql`
    select m.id::text, m.person_id::text, m.level, m.term, m.constituency, m.group_id::text, m.township_id::text,
      m.station_id::text, m.valid_from::text "from", m.valid_to::text "to", m.status,
      coalesce((select json_agg(json_build_object('from', x.from_day, 'to', x.to_day)) from suspensions x
        where x.mandate_id = m.id), '[]')::text rests
    from mandates m order by m.id`);
  return rows.map(({ id, person_id, group_id, township_id, station_id, rests, ...row }) => ({
    ...row,
    id: Number(id),
    personId: Number(person_id),
    groupId: toId(group_id),
    townshipId: toId(township_id),
    stationId: toId(station_id),
    suspensions: JSON.parse(rests) as readonly Span[],
  }));
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
