import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { isEverything, isInScope } from "./in-scope.ts";

/** Keeps what somebody wants put right, its words sealed; returns its number. */
export async function insertCorrection(
  tx: Tx,
  row: { readonly personId: number; readonly wish: Buffer; readonly messageId: number; readonly now: Date },
): Promise<number> {
  const [added] = await tx.execute<{ id: string }>(sql`
    insert into corrections (person_id, wish, inbox_id, asked_at)
    values (${row.personId}::int8, ${row.wish}, ${row.messageId}::int8, ${row.now.toISOString()}::timestamptz)
    returning id::text`);
  return Number(added?.id);
}

/**
 * SQL: the correction `c` waits, is about somebody else, and about somebody whom staff of these orgs look after. Those
 * of residents and of people of no org are for whoever looks after everything.
 */
export const waitsFor = (scope: readonly number[], actorId: number): SQL => sql`(c.answered_at is null
  and c.person_id <> ${actorId}::int8 and (
    exists (select 1 from mandates m where m.person_id = c.person_id and ${isInScope(scope)})
    or exists (select 1 from staff_roles r join org_tree s on s.descendant_id = r.org_id
      where r.person_id = c.person_id and s.ancestor_id = any(${sql.param([...scope])}::int8[]))
    or ${isEverything(scope)}))`;

/** What waits for an answer, the oldest first, with how much there is in all. */
export async function listCorrections(
  tx: Tx,
  who: { readonly scope: readonly number[]; readonly actorId: number },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{
  readonly rows: readonly { readonly id: number; readonly name: string; readonly wish: Buffer }[];
  readonly total: number;
}> {
  const rows = await tx.execute<{ id: string; name: string; wish: Buffer; total: number }>(sql`
    select c.id::text, p.name, c.wish, (count(*) over ())::int4 total from corrections c
      join people p on p.id = c.person_id
    where ${waitsFor(who.scope, who.actorId)} order by c.id limit ${limit} offset ${offset}`);
  return {
    rows: rows.map(({ id, name, wish }) => ({ id: Number(id), name, wish })),
    total: rows[0]?.total ?? 0,
  };
}

/** A correction as it was answered. */
export type AnsweredCorrection = { readonly personId: number; readonly name: string; readonly wish: Buffer };

/** Answers one that waits in the scope; undefined for any other, which reads like what does not exist. */
export async function markAnswered(
  tx: Tx,
  { id, answer }: { readonly id: number; readonly answer: Buffer },
  who: { readonly scope: readonly number[]; readonly actorId: number },
  now: Date,
): Promise<AnsweredCorrection | undefined> {
  const [row] = await tx.execute<{ person_id: string; name: string; wish: Buffer }>(sql`
    update corrections c set answer = ${answer}, answered_by = ${who.actorId}::int8,
      answered_at = ${now.toISOString()}::timestamptz
    from people p where c.id = ${id}::int8 and p.id = c.person_id and ${waitsFor(who.scope, who.actorId)}
    returning c.person_id::text, p.name, c.wish`);
  return row === undefined ? undefined : { personId: Number(row.person_id), name: row.name, wish: row.wish };
}
