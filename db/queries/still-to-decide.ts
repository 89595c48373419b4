import { type SQL, sql } from "drizzle-orm";

/**
 * SQL: the wish `l` for leave from the activity `a` waits for a decision. Of who came by a final register there is
 * nothing to decide, unless the register is put right: then it waits again.
 */
export const isStillToDecide: SQL = sql`(l.state = 'pending' and not (a.state = 'final' and exists (
  select 1 from attendances c where c.activity_id = l.activity_id and c.mandate_id = l.mandate_id
    and c.status in ('present', 'late', 'left_early'))))`;
