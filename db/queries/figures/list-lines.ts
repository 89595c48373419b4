import { type SQL, sql } from "drizzle-orm";
import type { MissingRow, OpinionRow, SeatNames } from "#src/domain/figures/list-data.ts";
import type { Tx } from "../../client.ts";
import { isInScope } from "../in-scope.ts";
import { isInOffice } from "../in-office.ts";
import { isOf, type Whose } from "./counted.ts";
import { isAsked, type OpinionFilter } from "./opinion-counts.ts";

/** Where each of these mandates sits. */
export async function listSeatNames(
  tx: Tx,
  mandateIds: readonly number[],
): Promise<ReadonlyMap<number, SeatNames>> {
  if (mandateIds.length === 0) return new Map();
  const rows = await tx.execute<{ id: string } & SeatNames>(sql`
    select m.id::text, t.name township, g.name "group", s.name station
    from mandates m left join orgs t on t.id = m.township_id left join orgs g on g.id = m.group_id
      left join orgs s on s.id = m.station_id
    where m.id = any(${sql.param([...mandateIds])}::int8[])`);
  return new Map(rows.map(({ id, ...seat }) => [Number(id), seat]));
}

// Whoever sits in two congresses is one line.
const joined = (name: SQL): SQL => sql`string_agg(distinct ${name}, '、')`;

/**
 * These deputies with where they sit on a day and the day of the last record that stands or waits for their word, of
 * the mandates asked about; in the order of the roster.
 */
export async function listMissingLines(
  tx: Tx,
  personIds: readonly number[],
  whose: Whose,
  day: string,
): Promise<readonly MissingRow[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.execute<MissingRow>(sql`
    select p.name, ${joined(sql`t.name`)} township, ${joined(sql`g.name`)} "group", ${joined(sql`s.name`)} station,
      max(last.day)::text "lastDay"
    from people p join mandates m on m.person_id = p.id
      left join orgs t on t.id = m.township_id left join orgs g on g.id = m.group_id
      left join orgs s on s.id = m.station_id
      left join lateral (select max(r.starts_on) as day from duty_records r
        where r.mandate_id = m.id and r.state in ('confirmed', 'verified')) last on true
    where p.id = any(${sql.param([...personIds])}::int8[]) and ${isInOffice(sql`${day}::date`)} and ${isOf(whose)}
    group by p.id, p.name order by p.id`);
  return [...rows];
}

/** Every opinion that was brought, the oldest first: its words as they are kept, without how anybody is reached. */
export async function listOpinionRows(
  tx: Tx,
  filter: OpinionFilter,
  zone: string,
): Promise<readonly OpinionRow[]> {
  const rows = await tx.execute<OpinionRow>(sql`
    select o.number, (o.filed_at at time zone ${zone})::date::text "filedOn", o.category, t.name township,
      coalesce(o.place, r.place) place, p.name deputy, seen.number record, o.text, o.urgent, o.state
    from opinions o left join mandates m on m.id = o.mandate_id
      left join orgs t on t.id = coalesce(o.township_id, m.township_id)
      left join duty_records r on r.id = o.record_id
      left join people p on p.id = m.person_id and ${isInScope(filter.scope)}
      left join duty_records seen on seen.id = r.id and p.id is not null
    where ${isAsked(filter)} order by o.filed_at, o.id`);
  return [...rows];
}
