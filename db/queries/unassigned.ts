import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** A suggestion that was submitted and that no unit has yet. */
export type Unassigned = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly filedAt: Date;
  readonly mandateId: number;
};

/** Suggestions, filed since an instant, that wait for the office to give them to a unit, oldest first. */
export async function listUnassigned(tx: Tx, since: Date): Promise<Unassigned[]> {
  const rows = await tx.execute<{
    id: string;
    number: string;
    title: string;
    filed_at: string;
    mandate_id: string;
  }>(sql`
    select id::text, number, title, filed_at, mandate_id::text from suggestions
    where state = 'submitted' and filed_at >= ${since.toISOString()}::timestamptz order by suggestions.filed_at, suggestions.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    number: row.number,
    title: row.title,
    filedAt: new Date(row.filed_at),
    mandateId: Number(row.mandate_id),
  }));
}
