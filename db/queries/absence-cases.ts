import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { isInScope } from "./in-scope.ts";

/** From which notice on a rule's absences are a case for the office. */
export type StrikeRule = { readonly rule: string; readonly level: number };

/** SQL: the notice `n` to the mandate `m` is a case that stands and nobody has looked into, within a scope. */
export const isOpenCase = (
  scope: readonly number[],
  rules: readonly StrikeRule[],
) => sql`n.withdrawn_at is null
  and n.handled_at is null and ${isInScope(scope)} and exists (
    select 1 from unnest(${sql.param(rules.map((one) => one.rule))}::text[],
      ${sql.param(rules.map((one) => one.level))}::int4[]) as s(rule, level)
    where s.rule = n.rule and n.level >= s.level)`;

/** How many cases wait in a scope. */
export async function countCases(
  tx: Tx,
  scope: readonly number[],
  rules: readonly StrikeRule[],
): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int n from absence_notices n join mandates m on m.id = n.mandate_id
    where ${isOpenCase(scope, rules)}`);
  return row?.n ?? 0;
}

/** Notes what people decided about the cases of deputies of a name; nobody's own. Returns the notices. */
export async function closeCases(
  tx: Tx,
  name: string,
  scope: readonly number[],
  rules: readonly StrikeRule[],
  by: { readonly actorId: number; readonly handling: string; readonly now: Date },
): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update absence_notices c set handled_at = ${by.now.toISOString()}::timestamptz,
      handled_by = ${by.actorId}::int8, handling = ${by.handling}
    from (select n.id from absence_notices n join mandates m on m.id = n.mandate_id
      join people p on p.id = n.person_id where p.name = ${name} and n.person_id <> ${by.actorId}::int8
        and ${isOpenCase(scope, rules)} for update of n) o
    where c.id = o.id returning c.id::text`);
  return rows.map((row) => Number(row.id));
}
