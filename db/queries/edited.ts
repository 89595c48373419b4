import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** What a changed message was before: the row it came in as first, and the records that stand of it. */
export type EditedFrom = { readonly original: number; readonly numbers: readonly string[] };

/** For changed messages, what each was; one whose first delivery is not known, or was erased, is missing. */
export async function listEditedFrom(tx: Tx, ids: readonly number[]): Promise<Map<number, EditedFrom>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; original: string; numbers: string[] }>(sql`
    select m.id::text, o.id::text original, to_jsonb(array(select r.number from duty_records r
      where r.inbox_id = o.id and r.state not in ('withdrawn', 'draft') order by r.ordinal)) numbers
    from inbox m cross join lateral (
      select o.id from inbox o where o.conversation = m.conversation and o.network_id = m.network_id and o.id < m.id
      order by o.id limit 1) o
    where m.id = any(${sql.param([...ids])}::int8[])`);
  return new Map(
    rows.map(({ id, original, numbers }) => [Number(id), { original: Number(original), numbers }]),
  );
}
