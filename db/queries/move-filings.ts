import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import type { SeatMove } from "./move-calls.ts";

/** How many records, suggestions and opinions went along to a mandate, by its id; none where nothing did. */
export type MovedFilings = ReadonlyMap<number, number>;

/**
 * Takes along what a deputy filed under one mandate of the days since another began: records by the day they are of,
 * suggestions and opinions by the day they were brought, an opinion heard on a visit by that of the visit. Counts what
 * stands. What registers filed stays with its register. `zone` is the district's.
 */
export async function moveFilings(tx: Tx, moves: readonly SeatMove[], zone: string): Promise<MovedFilings> {
  if (moves.length === 0) return new Map();
  const list = sql`unnest(${sql.param(moves.map((one) => one.oldId))}::int8[],
    ${sql.param(moves.map((one) => one.newId))}::int8[], ${sql.param(moves.map((one) => one.on))}::date[])
    as v(old_id, new_id, on_day) join mandates m on m.id = v.old_id`;
  // By the person: that is what suggestions and opinions are found by.
  const isOld = sql`f.person_id = m.person_id and f.mandate_id = v.old_id`;
  const filedOn = sql`(f.filed_at at time zone ${zone})::date`;
  const visitOn = sql`(select r.starts_on from duty_records r where r.id = f.record_id)`;
  const rows = await tx.execute<{ id: string; n: number }>(sql`
    with records as (update duty_records f set mandate_id = v.new_id from ${list}
        where ${isOld} and f.starts_on >= v.on_day and f.activity_id is null returning ${standing(RECORD)}),
      asked as (update suggestions f set mandate_id = v.new_id from ${list}
        where ${isOld} and ${filedOn} >= v.on_day returning ${standing(NOT_WITHDRAWN)}),
      heard as (update opinions f set mandate_id = v.new_id from ${list}
        where ${isOld} and coalesce(${visitOn}, ${filedOn}) >= v.on_day returning ${standing(NOT_WITHDRAWN)})
    select id::text, count(*)::int4 n
    from (table records union all table asked union all table heard) moved where stands group by id`);
  return new Map(rows.map(({ id, n }) => [Number(id), n]));
}

// That of a suggestion is counted with the suggestion.
const RECORD = sql`f.state in ('confirmed', 'verified', 'returned') and f.source <> 'suggestion'`;
const NOT_WITHDRAWN = sql`f.state <> 'withdrawn'`;
const standing = (stands: SQL): SQL => sql`f.mandate_id id, ${stands} stands`;
