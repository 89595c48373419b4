import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";

/** A day on which somebody was absent by a rule, and the mandate it was under. */
export type WarnedDay = {
  readonly personId: number;
  readonly rule: string;
  readonly day: Day;
  readonly from: Day;
  readonly to: Day | null;
};

/** The absences that people have been told of and that stand, each once, oldest first. */
export async function listWarnedDays(tx: Tx, people: readonly number[]): Promise<WarnedDay[]> {
  const rows = await tx.execute<{
    person_id: string;
    rule: string;
    day: string;
    from: string;
    to: string | null;
  }>(sql`
    select distinct n.person_id::text, n.rule, a.on_day::text as day, m.valid_from::text as "from", m.valid_to::text as "to"
    from absence_notices n join activities a on a.id = n.activity_id join mandates m on m.id = n.mandate_id
    where n.withdrawn_at is null and n.person_id = any(${sql.param([...people])}::int8[])
    order by 3`);
  return rows.map((row) => ({
    personId: Number(row.person_id),
    rule: row.rule,
    day: row.day,
    from: row.from,
    to: row.to,
  }));
}
