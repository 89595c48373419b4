import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** What a changed message was before: the rows it came in as, first to last, and the records that stand of any of them. */
export type EditedFrom = { readonly earlier: readonly number[]; readonly numbers: readonly string[] };

/** For changed messages, what each was; one whose earlier deliveries are not known, or were erased, is missing. */
export async function listEditedFrom(tx: Tx, ids: readonly number[]): Promise<Map<number, EditedFrom>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; earlier: string[]; numbers: string[] }>(sql`
    select m.id::text, e.earlier, to_jsonb(array(select r.number from duty_records r
      where r.inbox_id in (select jsonb_array_elements_text(e.earlier)::int8)
        and r.state not in ('withdrawn', 'draft') order by r.inbox_id, r.ordinal)) numbers
    from inbox m cross join lateral (
      select jsonb_agg(o.id::text order by o.id) earlier from inbox o
      where o.conversation = m.conversation and o.network_id = m.network_id and o.id < m.id) e
    where m.id = any(${sql.param([...ids])}::int8[]) and e.earlier is not null`);
  return new Map(
    rows.map(({ id, earlier, numbers }) => [Number(id), { earlier: earlier.map(Number), numbers }]),
  );
}
