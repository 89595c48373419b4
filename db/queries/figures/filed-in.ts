import { sql } from "drizzle-orm";
import { addDays, type Day } from "#src/domain/day.ts";
import { BEFORE_ALL } from "#src/domain/figures/figure-period.ts";
import { toInstant } from "#src/domain/local-time.ts";
import type { Tx } from "../../client.ts";
import { oneRow } from "../../one-row.ts";
import { type CountedFilter, isCounted } from "./counted.ts";

/** After all days on which anything was done. */
const AFTER_ALL: Day = "9999-12-31";

/**
 * How many records of some mandates were told during a stretch and count, whenever their duty was done. What a register
 * or an import wrote nobody told.
 */
export async function countFiledIn(
  tx: Tx,
  filter: CountedFilter & { readonly mandateIds: readonly number[] },
  zone: string,
): Promise<number> {
  const [from, until] = [toInstant(filter.from, 0, zone), toInstant(addDays(filter.to, 1), 0, zone)];
  const ids = sql.param([...filter.mandateIds]);
  // Each person's records lie in the order in which they came in.
  const rows = await tx.execute<{ n: number }>(sql`
    select count(*)::int4 n
    from (select distinct m.person_id from mandates m where m.id = any(${ids}::int8[])) who
    cross join lateral (
      select r.* from duty_records r where r.person_id = who.person_id
        and r.filed_at >= ${from.toISOString()}::timestamptz and r.filed_at < ${until.toISOString()}::timestamptz
      offset 0) r
    where r.source in ('chat', 'staff') and r.mandate_id = any(${ids}::int8[]) and ${isCounted({ ...filter, from: BEFORE_ALL, to: AFTER_ALL })}`);
  return oneRow(rows).n;
}
