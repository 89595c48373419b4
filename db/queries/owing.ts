import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { isInScope } from "./in-scope.ts";
import { isStillOwed } from "./owed.ts";

/** A deputy with something that is still to be handed in. */
export type OwingDeputy = {
  readonly id: number;
  readonly rule: string;
  readonly title: string;
  readonly dueOn: Day;
  readonly personId: number;
  readonly name: string;
};

/**
 * What the deputies of a scope still owe by some rules and is due until a day, soonest first. Whoever owes the same in
 * two congresses is there once.
 */
export async function listOwing(
  tx: Tx,
  scope: readonly number[],
  wanted: { readonly rules: readonly string[]; readonly today: Day; readonly until: Day },
): Promise<OwingDeputy[]> {
  type Row = { id: string; rule: string; title: string; due_on: string; person_id: string; name: string };
  const rows = await tx.execute<Row>(sql`
    select distinct on (b.due_on, b.title, p.name, b.person_id)
      b.id::text, b.rule, b.title, b.due_on::text, b.person_id::text, p.name
    from obligations b join mandates m on m.id = b.mandate_id join people p on p.id = b.person_id
    where b.state in ('open', 'returned') and b.due_on <= ${wanted.until}::date
      and b.rule = any(${sql.param([...wanted.rules])}::text[])
      and ${isStillOwed(sql`${wanted.today}::date`)} and ${isInScope(scope)}
    order by b.due_on, b.title, p.name, b.person_id, b.id`);
  return rows.map(({ id, due_on: dueOn, person_id: personId, ...row }) => ({
    ...row,
    id: Number(id),
    dueOn,
    personId: Number(personId),
  }));
}
