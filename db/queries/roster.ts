import { sql } from "drizzle-orm";
import type { PlannedRest } from "#src/domain/roster/roster-plan.ts";
import type { KnownRole, SeatFacts } from "#src/domain/roster/roster-state.ts";
import { under } from "#src/kernel/under.ts";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";

/** Lets one import or change of the roster run at a time. */
export const claimRoster = (tx: Tx): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.roster'))`);

/** A person to add or to bring up to date; the telephone is sealed. */
export type PersonRow = {
  readonly name: string;
  readonly code: string | null;
  readonly phone: Buffer | null;
};

const hexOf = ({ phone }: PersonRow): string | null => (phone === null ? null : toHex(phone));

/** Adds people; returns their ids in the order given. */
export async function insertPeople(tx: Tx, rows: readonly PersonRow[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const added = await tx.execute<{ id: string }>(sql`
    insert into people (name, code, phone)
    select n, c, p::bytea from unnest(${sql.param(rows.map((one) => one.name))}::text[],
      ${sql.param(rows.map((one) => one.code))}::text[], ${sql.param(rows.map(hexOf))}::text[])
      with ordinality as t(n, c, p, o) order by o
    returning id::text`);
  return added.map((row) => Number(row.id));
}

/** Brings names, numbers and telephones of people up to date; a telephone is never taken away. */
export async function updatePeople(
  tx: Tx,
  rows: readonly (PersonRow & { readonly id: number })[],
): Promise<void> {
  await tx.execute(sql`
    update people x set name = t.n, code = t.c, phone = coalesce(t.p::bytea, x.phone)
    from unnest(${sql.param(rows.map((one) => one.id))}::int8[], ${sql.param(rows.map((one) => one.name))}::text[],
      ${sql.param(rows.map((one) => one.code))}::text[], ${sql.param(rows.map(hexOf))}::text[]) as t(id, n, c, p)
    where x.id = t.id`);
}

const seatColumns = sql`"personId" int8, level text, term text, constituency text, "groupId" int8, "townshipId" int8,
  "stationId" int8, "from" date, "to" date, status text`;

/** Adds mandates; returns their ids in the order given. */
export async function insertSeats(tx: Tx, rows: readonly SeatFacts[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const added = await tx.execute<{ id: string; key: string }>(sql`
    insert into mandates (person_id, level, term, constituency, group_id, township_id, station_id, valid_from,
      valid_to, status)
    select "personId", level, term, constituency, "groupId", "townshipId", "stationId", "from", "to", status
    from jsonb_to_recordset(${sql.param(JSON.stringify(rows))}::text::jsonb) as t(${seatColumns})
    returning id::text, concat_ws(' ', person_id, level, term, valid_from) "key"`);
  const ids = new Map(added.map((row) => [row.key, Number(row.id)]));
  return rows.map((one) => under(ids, `${one.personId} ${one.level} ${one.term} ${one.from}`));
}

/** Brings mandates up to date. */
export async function updateSeats(
  tx: Tx,
  rows: readonly (SeatFacts & { readonly id: number })[],
): Promise<void> {
  await tx.execute(sql`
    update mandates m set constituency = t.constituency, group_id = t."groupId", township_id = t."townshipId",
      station_id = t."stationId", valid_from = t."from", valid_to = t."to", status = t.status
    from jsonb_to_recordset(${sql.param(JSON.stringify(rows))}::text::jsonb) as t(id int8, ${seatColumns})
    where m.id = t.id`);
}

/** Adds suspensions, gives those on file their last day, and takes away those that are there no more. */
export async function saveRests(tx: Tx, rows: readonly PlannedRest[]): Promise<void> {
  if (rows.length === 0) return;
  const list = sql`jsonb_to_recordset(${sql.param(JSON.stringify(rows))}::text::jsonb)
    as t("mandateId" int8, "from" date, "to" date, change text)`;
  await tx.execute(sql`delete from suspensions x using ${list}
    where t.change = 'gone' and x.mandate_id = t."mandateId" and x.from_day = t."from"`);
  await tx.execute(sql`
    insert into suspensions (mandate_id, from_day, to_day)
    select "mandateId", "from", "to" from ${list} where t.change <> 'gone'
    on conflict (mandate_id, from_day) do update set to_day = excluded.to_day`);
}

/** Files staff roles by person, org and role. */
export async function saveRoles(tx: Tx, rows: readonly KnownRole[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into staff_roles (person_id, org_id, role, valid_from, valid_to)
    select "personId", "orgId", role, "from", "to"
    from jsonb_to_recordset(${sql.param(JSON.stringify(rows))}::text::jsonb) as t("personId" int8, "orgId" int8,
      role text, "from" date, "to" date)
    on conflict (person_id, org_id, role) do update set valid_from = excluded.valid_from,
      valid_to = excluded.valid_to`);
}
