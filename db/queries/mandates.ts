import { type SQL, sql } from "drizzle-orm";
import type { Span } from "#src/domain/attendance/attendance-facts.ts";
import type { Day } from "#src/domain/day.ts";
import type { MandateStatus } from "#src/domain/person.ts";
import type { Level } from "#src/domain/requests/mandate.ts";
import type { Tx } from "../client.ts";

import { isRunning } from "./in-office.ts";
import { isInScope } from "./in-scope.ts";
import { SEAT_COLUMNS, type SeatIds, type SeatTexts, toSeat } from "./seat-columns.ts";

/** A mandate, past or running, with whose it is and where. */
export type HeldMandate = {
  readonly id: number;
  readonly personId: number;
  readonly name: string;
  readonly code: string | null;
  readonly level: Level;
  readonly term: string;
  readonly constituency: string | null;
  readonly groupId: number | null;
  readonly townshipId: number | null;
  readonly stationId: number | null;
  readonly group: string | null;
  readonly township: string | null;
  readonly station: string | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly status: MandateStatus;
  readonly suspensions: readonly Span[];
};

type Row = Omit<HeldMandate, keyof SeatIds> & SeatTexts;

async function listHeld(tx: Tx, where: SQL): Promise<HeldMandate[]> {
  const rows = await tx.execute<Row>(sql`
    select ${SEAT_COLUMNS}, p.name, p.code, g.name "group", t.name township, s.name station
    from mandates m join people p on p.id = m.person_id left join orgs g on g.id = m.group_id
      left join orgs t on t.id = m.township_id left join orgs s on s.id = m.station_id
    where ${where} order by m.person_id, m.id`);
  return rows.map(toSeat);
}

/** All mandates of people of this name that lie in these subtrees. */
export const listMandatesNamed = (tx: Tx, scope: readonly number[], name: string): Promise<HeldMandate[]> =>
  listHeld(tx, sql`p.name = ${name} and p.kind = 'member' and ${isInScope(scope)}`);

/** All mandates of a person, wherever they lie. */
export const listMandatesOf = (tx: Tx, personId: number): Promise<HeldMandate[]> =>
  listHeld(tx, sql`m.person_id = ${personId}::int8`);

/** Mandates by their ids. */
export const listMandatesById = (tx: Tx, ids: readonly number[]): Promise<HeldMandate[]> =>
  listHeld(tx, sql`m.id = any(${sql.param([...ids])}::int8[])`);

/** Mandates of one congress that run on a day in these subtrees. */
export const listMandatesRunning = (
  tx: Tx,
  scope: readonly number[],
  level: Level,
  day: Day,
): Promise<HeldMandate[]> =>
  listHeld(tx, sql`m.level = ${level} and ${isRunning(sql`${day}::date`)} and ${isInScope(scope)}`);

/** Mandates of these people in one congress that begin on a day or later and run on some day. */
export const listMandatesBegun = (
  tx: Tx,
  people: readonly number[],
  level: Level,
  on: Day,
): Promise<HeldMandate[]> =>
  listHeld(
    tx,
    sql`m.person_id = any(${sql.param([...people])}::int8[]) and m.level = ${level} and m.valid_from >= ${on}::date
      and (m.valid_to is null or m.valid_to >= m.valid_from)`,
  );

/** How many standing records, suggestions and opinions mandates have of a day and later; `zone` is the district's. */
export async function countFiledSince(
  tx: Tx,
  mandateIds: readonly number[],
  day: Day,
  zone: string,
): Promise<number> {
  const isOf = sql`f.mandate_id = m.id and f.person_id = m.person_id`;
  const filedOn = sql`(f.filed_at at time zone ${zone})::date`;
  const visitOn = sql`(select r.starts_on from duty_records r where r.id = f.record_id)`;
  const [row] = await tx.execute<{ n: number }>(sql`
    select sum((select count(*) from duty_records f where ${isOf} and f.starts_on >= ${day}::date
        and f.activity_id is null and f.source <> 'suggestion' and f.state in ('confirmed', 'verified', 'returned'))
      + (select count(*) from suggestions f where ${isOf} and f.state <> 'withdrawn' and ${filedOn} >= ${day}::date)
      + (select count(*) from opinions f where ${isOf} and f.state <> 'withdrawn'
        and coalesce(${visitOn}, ${filedOn}) >= ${day}::date))::int4 n
    from mandates m where m.id = any(${sql.param([...mandateIds])}::int8[])`);
  return row?.n ?? 0;
}

/** Somebody of a name on file within these subtrees, with the roles and seats that tell people apart. */
export type NamedPerson = { readonly id: number; readonly code: string | null; readonly role: string | null };

// Holds or held a mandate or a role in these subtrees.
const isPersonInScope = (scope: readonly number[]): SQL => sql`(
  exists (select 1 from mandates m where m.person_id = p.id and ${isInScope(scope)})
  or exists (select 1 from staff_roles h join org_tree t on t.descendant_id = h.org_id
    where h.person_id = p.id and t.ancestor_id = any(${sql.param([...scope])}::int8[])))`;

/** People of this name who hold or held a mandate or a role in these subtrees. */
export async function listPeopleInScope(
  tx: Tx,
  scope: readonly number[],
  name: string,
): Promise<NamedPerson[]> {
  const rows = await tx.execute<{ id: string; code: string | null; role: string | null }>(sql`
    select p.id::text, p.code, min(o.name) as role from people p
      left join staff_roles r on r.person_id = p.id left join orgs o on o.id = r.org_id
    where p.name = ${name} and p.kind = 'member' and ${isPersonInScope(scope)}
    group by p.id order by p.id`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** Whose number of the office's this is in these subtrees; another district's is nobody's here. */
export async function findNumbered(
  tx: Tx,
  scope: readonly number[],
  code: string,
): Promise<number | undefined> {
  const [row] = await tx.execute<{ id: string }>(
    sql`select p.id::text from people p where p.code = ${code} and ${isPersonInScope(scope)} limit 1`,
  );
  return row === undefined ? undefined : Number(row.id);
}
