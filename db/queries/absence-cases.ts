import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { isInScope } from "./in-scope.ts";

/** From which notice on a rule's absences are a case for the office. */
export type StrikeRule = { readonly rule: string; readonly level: number };

/**
 * SQL: the notice `n` to the mandate `m` is a case that stands and nobody has looked into, within a scope. It is what it
 * was raised as; the rules are asked of what an older program raised.
 */
export const isOpenCase = (
  scope: readonly number[],
  rules: readonly StrikeRule[],
) => sql`n.withdrawn_at is null
  and n.handled_at is null and ${isInScope(scope)} and coalesce(n.strike, exists (
    select 1 from unnest(${sql.param(rules.map((one) => one.rule))}::text[],
      ${sql.param(rules.map((one) => one.level))}::int4[]) as s(rule, level)
    where s.rule = n.rule and n.level >= s.level))`;

/** A notice that is a case for the office, with whose it is and what it hangs on. */
export type OpenCaseRow = {
  readonly id: number;
  readonly personId: number;
  readonly name: string;
  readonly code: string | null;
  readonly group: string | null;
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
};

/** The cases of the deputies of a name that wait in a scope, locked, by person and day. */
export async function claimOpenCases(
  tx: Tx,
  name: string,
  scope: readonly number[],
  rules: readonly StrikeRule[],
): Promise<OpenCaseRow[]> {
  const rows = await tx.execute<{
    id: string;
    person_id: string;
    name: string;
    code: string | null;
    group: string | null;
    number: string;
    title: string;
    place: string | null;
    starts_at: string;
  }>(sql`
    select n.id::text, n.person_id::text, p.name, p.code, g.name "group", a.number, a.title, a.place, a.starts_at
    from absence_notices n join mandates m on m.id = n.mandate_id join people p on p.id = n.person_id
      join activities a on a.id = n.activity_id left join orgs g on g.id = m.group_id
    where p.name = ${name} and ${isOpenCase(scope, rules)}
    order by n.person_id, a.starts_at, n.id for update of n`);
  return rows.map((row) => ({
    id: Number(row.id),
    personId: Number(row.person_id),
    name: row.name,
    code: row.code,
    group: row.group,
    number: row.number,
    title: row.title,
    place: row.place,
    startsAt: new Date(row.starts_at),
  }));
}

/** Notes what people decided about cases; returns those that nobody had noted before. */
export async function closeCases(
  tx: Tx,
  ids: readonly number[],
  by: { readonly actorId: number; readonly handling: string; readonly now: Date },
): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update absence_notices set handled_at = ${by.now.toISOString()}::timestamptz,
      handled_by = ${by.actorId}::int8, handling = ${by.handling}
    where id = any(${sql.param([...ids])}::int8[]) and handled_at is null returning id::text`);
  return rows.map((row) => Number(row.id));
}
