import { type SQL, sql } from "drizzle-orm";
import type { TermSpan } from "#src/domain/figures/term-days.ts";
import type { Tx } from "../../client.ts";
import { isOf, type Whose } from "./counted.ts";

// Whoever left on a day that nobody knows keeps no term running.
const runs = sql`(m.valid_to is null and m.status in ('active', 'suspended'))`;

// Whoever moved to another town within a term sat in both.
const townOf = (whose: Whose): SQL =>
  "personId" in whose || whose.deputyId !== undefined
    ? sql`null::int8`
    : sql`case when m.level = 'township' then m.township_id end`;

/**
 * From when to when the mandates asked about were held, by congress and term: each town has a congress of its own. One
 * that was undone ends before it begins.
 */
export async function listTermSpans(tx: Tx, whose: Whose): Promise<TermSpan[]> {
  const rows = await tx.execute<TermSpan>(sql`
    select level, town::int4, term, min(valid_from)::text "from",
      case when bool_or(running) then null else max(valid_to)::text end "to"
    from (select m.level, m.term, m.valid_from, m.valid_to, ${runs} running, ${townOf(whose)} town
      from mandates m where ${isOf(whose)} and coalesce(m.valid_to >= m.valid_from, true)) t
    group by level, town, term having bool_or(running) or max(valid_to) is not null order by min(valid_from)`);
  return [...rows];
}

/** From when to when each seat of somebody was held, as far as it is on file: between two in one term there may be a gap. */
export async function listSeatSpans(tx: Tx, whose: Whose): Promise<TermSpan[]> {
  const rows = await tx.execute<TermSpan>(sql`
    select m.level, null::int4 town, m.term, m.valid_from::text "from", m.valid_to::text "to"
    from mandates m where ${isOf(whose)} and (${runs} or m.valid_to >= m.valid_from) order by m.valid_from`);
  return [...rows];
}
