import { sql } from "drizzle-orm";
import type { TermSpan } from "#src/domain/figures/term-days.ts";
import type { Tx } from "../../client.ts";
import { isOf, type Whose } from "./counted.ts";

/** From when to when the mandates asked about were held, by congress and term; one that was undone ends before it begins. */
export async function listTermSpans(tx: Tx, whose: Whose): Promise<TermSpan[]> {
  const rows = await tx.execute<TermSpan>(sql`
    select m.level, m.term, min(m.valid_from)::text "from",
      case when bool_or(m.valid_to is null) then null else max(m.valid_to)::text end "to"
    from mandates m where ${isOf(whose)} and coalesce(m.valid_to >= m.valid_from, true)
    group by m.level, m.term order by min(m.valid_from)`);
  return [...rows];
}
