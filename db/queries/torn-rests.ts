import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";

/** A suspension that a transfer cuts off, or that stayed behind it: the new seat begins on that day. */
export type TornRest = {
  readonly name: string;
  readonly code: string | null;
  readonly from: Day;
  /** The new seat rests by a suspension that had ended before; else it does not rest, and the one before does to its end. */
  readonly isLeftOver: boolean;
  /** Last day of the suspension that is cut off; null where it has none. */
  readonly to: Day | null;
};

// Whoever is suspended or resumed on the day of the transfer, by chat or by file, is so by somebody's word.
const isSaid = sql`exists (select 1 from mandate_changes c where c.mandate_id = b.id and c.undone_at is null
  and (c.change = 'suspend' and c.on_day = b.valid_from or c.change = 'import' and c.id > r.id))`;

// However it is written, 第十八届 or 十八届: as `src/domain/bare-term.ts` has it.
const bareTerm = (mandate: SQL): SQL => sql`regexp_replace(${mandate}.term, '^第', '')`;

/**
 * Seats of one mandate, in the sense of `src/domain/mandate-chains.ts`, whose suspensions do not go on as a suspension of the deputy's does (Deputies Law art. 61): what
 * an earlier program registered, or a roster file that it took.
 */
export async function listTornRests(tx: Tx): Promise<readonly TornRest[]> {
  const rows = await tx.execute<TornRest>(sql`
    with moved as (
      select a.id old_id, a.valid_to last_day, b.id, b.valid_from, b.person_id from mandates a join mandates b
        on b.person_id = a.person_id and b.level = a.level and ${bareTerm(sql`b`)} = ${bareTerm(sql`a`)}
          and b.valid_from = a.valid_to + 1
      where a.status not in ('resigned', 'terminated') and a.valid_from <= a.valid_to
        and (b.valid_to is null or b.valid_from <= b.valid_to)),
    torn as (
      select b.*, false is_left, x.to_day from moved b join suspensions x on x.mandate_id = b.old_id
        and x.from_day <= b.last_day and (x.to_day is null or x.to_day > b.last_day)
      where not exists (select 1 from suspensions y where y.mandate_id = b.id and y.from_day <= b.valid_from
        and (y.to_day is null or y.to_day >= b.valid_from))
      union all
      select b.*, true, null from moved b join suspensions y on y.mandate_id = b.id and y.from_day = b.valid_from
        join lateral (select r.id from mandate_changes r join suspensions x on x.mandate_id = r.mandate_id
          and x.to_day = r.on_day - 1 where r.mandate_id = b.old_id and r.change = 'resume' and r.undone_at is null
          and x.to_day < b.last_day order by r.id desc limit 1) r on true
      where not ${isSaid} and not exists (select 1 from suspensions x where x.mandate_id = b.old_id
        and x.from_day <= b.last_day and (x.to_day is null or x.to_day >= b.last_day)))
    select p.name, p.code, t.valid_from::text "from", t.is_left "isLeftOver", t.to_day::text "to" from torn t
      join people p on p.id = t.person_id order by p.name, p.code, t.valid_from`);
  return rows;
}
