import { sql } from "drizzle-orm";
import type { MandateEntry, PersonKey, StaffEntry } from "#src/domain/roster/roster.ts";
import type { Tx } from "../client.ts";

/** Lets one import run at a time. */
export const lockRoster = (tx: Tx): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.roster'))`);

/** Names of all organisations with their ids. */
export async function listOrgIds(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.execute<{ name: string; id: string }>(sql`select name, id::text from orgs`);
  return new Map(rows.map((row) => [row.name, Number(row.id)]));
}

export type KnownPerson = { readonly id: number; readonly name: string; readonly code: string | null };

/** People of the house, residents left out, by any of these names or numbers. */
export async function listPeopleNamed(tx: Tx, keys: readonly PersonKey[]): Promise<KnownPerson[]> {
  const rows = await tx.execute<{ id: string; name: string; code: string | null }>(sql`
    select id::text, name, code from people where kind = 'member' and
      (name = any(${sql.param(keys.map((one) => one.name))}::text[])
        or code = any(${sql.param(keys.map((one) => one.code))}::text[]))`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** Adds people; returns their ids in the order given. */
export async function insertPeople(tx: Tx, keys: readonly PersonKey[]): Promise<number[]> {
  if (keys.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    insert into people (name, code)
    select n, c from unnest(${sql.param(keys.map((one) => one.name))}::text[],
      ${sql.param(keys.map((one) => one.code))}::text[]) with ordinality as t(n, c, o) order by o
    returning id::text`);
  return rows.map((row) => Number(row.id));
}

/** Gives people of the house the office's number for them. */
export async function setPeopleCodes(tx: Tx, people: readonly { id: number; code: string }[]): Promise<void> {
  await tx.execute(sql`
    update people p set code = t.code from unnest(${sql.param(people.map((one) => one.id))}::int8[],
      ${sql.param(people.map((one) => one.code))}::text[]) as t(id, code) where p.id = t.id`);
}

/** A mandate or role with the ids that its names stand for. */
export type SeatRow = MandateEntry & {
  readonly personId: number;
  readonly groupId: number | null;
  readonly townshipId: number | null;
  readonly stationId: number | null;
};
export type RoleRow = StaffEntry & { readonly personId: number; readonly orgId: number };

/** How many rows were new, and how many said something else before. */
export type Upserted = { readonly added: number; readonly changed: number };

const tally = (rows: readonly { fresh: boolean }[]): Upserted => {
  const added = rows.filter((row) => row.fresh).length;
  return { added, changed: rows.length - added };
};

/** Files mandates by person, level and term: new ones are added, others brought up to date. */
export async function upsertMandates(tx: Tx, rows: readonly SeatRow[]): Promise<Upserted> {
  const list = sql.param(JSON.stringify(rows));
  const done = await tx.execute<{ fresh: boolean }>(sql`
    insert into mandates as m (person_id, level, term, constituency, group_id, township_id, station_id, valid_from,
      valid_to, status)
    select "personId", level, term, constituency, "groupId", "townshipId", "stationId", "from", "to", status
    from jsonb_to_recordset(${list}::text::jsonb) as t("personId" int8, level text, term text, constituency text,
      "groupId" int8, "townshipId" int8, "stationId" int8, "from" date, "to" date, status text)
    on conflict (person_id, level, term, valid_from) do update set constituency = excluded.constituency,
      group_id = excluded.group_id, township_id = excluded.township_id, station_id = excluded.station_id,
      valid_to = excluded.valid_to, status = excluded.status
    where (m.constituency, m.group_id, m.township_id, m.station_id, m.valid_from, m.valid_to, m.status)
      is distinct from (excluded.constituency, excluded.group_id, excluded.township_id, excluded.station_id,
        excluded.valid_from, excluded.valid_to, excluded.status)
    returning xmax = 0 as fresh`);
  await tx.execute(sql`
    insert into suspensions as s (mandate_id, from_day, to_day)
    select m.id, t."suspendedFrom", t."suspendedTo"
    from jsonb_to_recordset(${list}::text::jsonb) as t("personId" int8, level text, term text, "suspendedFrom" date,
      "suspendedTo" date)
    join mandates m on m.person_id = t."personId" and m.level = t.level and m.term = t.term
    where t."suspendedFrom" is not null
    on conflict (mandate_id, from_day) do update set to_day = excluded.to_day
    where s.to_day is distinct from excluded.to_day`);
  return tally(done);
}

/** Files staff roles by person, org and role. */
export async function upsertRoles(tx: Tx, rows: readonly RoleRow[]): Promise<Upserted> {
  const done = await tx.execute<{ fresh: boolean }>(sql`
    insert into staff_roles as r (person_id, org_id, role, valid_from, valid_to)
    select "personId", "orgId", role, "from", "to"
    from jsonb_to_recordset(${sql.param(JSON.stringify(rows))}::text::jsonb) as t("personId" int8, "orgId" int8, role text,
      "from" date, "to" date)
    on conflict (person_id, org_id, role) do update set valid_from = excluded.valid_from,
      valid_to = excluded.valid_to
    where (r.valid_from, r.valid_to) is distinct from (excluded.valid_from, excluded.valid_to)
    returning xmax = 0 as fresh`);
  return tally(done);
}
