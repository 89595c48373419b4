import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";
import type { AbsentFrom } from "./own-notices.ts";

/** Keeps a deputy's objection with the notices about one absence; how many objections there were to it by then. */
export async function markObjected(
  tx: Tx,
  ids: readonly number[],
  objection: Buffer,
  now: Date,
): Promise<number> {
  const rows = await tx.execute<{ objections: number }>(sql`
    update absence_notices set objected_at = ${now.toISOString()}::timestamptz, objections = objections + 1,
      objection = ${toHex(objection)}::text::bytea, objection_decided_at = null
    where id = any(${sql.param([...ids])}::int8[]) returning objections`);
  return Math.max(0, ...rows.map((row) => row.objections));
}

/** An objection that waits for the office: to one absence, however many notices stand about it. */
export type WaitingObjection = AbsentFrom & {
  readonly ids: readonly number[];
  readonly personId: number;
  readonly mandateIds: readonly number[];
  readonly name: string;
  /** The office's own number of the deputy, and the group: they tell people of one name apart. */
  readonly code: string | null;
  readonly group: string | null;
  readonly objection: Buffer | null;
};

type ObjectionRow = {
  ids: string[];
  person_id: string;
  mandate_ids: string[];
  name: string;
  code: string | null;
  group: string | null;
  objection: Buffer | null;
  number: string;
  title: string;
  place: string | null;
  starts_at: string;
};

/**
 * SQL: the notice `n` holds an objection that nobody has decided on. One to an absence that is none any more waits for
 * nobody, until it is one again.
 */
export const isUndecided: SQL = sql`n.objected_at is not null and n.objection_decided_at is null
  and exists (select 1 from absence_notices o where o.mandate_id = n.mandate_id
    and o.activity_id = n.activity_id and o.withdrawn_at is null)`;

/** SQL: the same, of the activity `a` in a scope. */
export const isUndecidedIn = (scope: readonly number[]): SQL => sql`${isUndecided} and exists (
  select 1 from org_tree s
  where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and s.descendant_id = a.org_id)`;

/** Undecided objections of the deputies of a name in a scope, or of all, each absence once, oldest first. */
export async function listObjections(
  tx: Tx,
  name: string | undefined,
  scope: readonly number[],
): Promise<WaitingObjection[]> {
  const rows = await tx.execute<ObjectionRow>(sql`
    select array_agg(n.id::text order by n.id) ids, n.person_id::text, array_agg(distinct n.mandate_id::text) mandate_ids,
      p.name, p.code, max(g.name) "group", (array_agg(n.objection order by n.objected_at desc, n.id desc))[1] objection,
      a.number, a.title, a.place, a.starts_at
    from absence_notices n join activities a on a.id = n.activity_id join people p on p.id = n.person_id
      join mandates m on m.id = n.mandate_id left join orgs g on g.id = m.group_id
    where ${name === undefined ? sql`true` : sql`p.name = ${name}`} and ${isUndecidedIn(scope)}
    group by n.person_id, p.id, a.id
    order by min(n.objected_at), n.person_id, a.id`);
  return rows.map((row) => ({
    ids: row.ids.map(Number),
    personId: Number(row.person_id),
    mandateIds: row.mandate_ids.map(Number),
    name: row.name,
    code: row.code,
    group: row.group,
    objection: row.objection,
    number: row.number,
    title: row.title,
    place: row.place,
    startsAt: new Date(row.starts_at),
  }));
}

/**
 * Notes that an objection was decided; the notices that it was decided on, with how many objections there were to each
 * by then, or none where somebody was quicker.
 */
export async function markObjectionDecided(
  tx: Tx,
  ids: readonly number[],
  now: Date,
): Promise<readonly { readonly id: number; readonly objections: number }[]> {
  const rows = await tx.execute<{ id: string; objections: number }>(sql`
    update absence_notices set objection_decided_at = ${now.toISOString()}::timestamptz
    where id = any(${sql.param([...ids])}::int8[]) and objection_decided_at is null returning id::text, objections`);
  return rows.map(({ id, objections }) => ({ id: Number(id), objections }));
}

/**
 * What was decided last on an objection to the absence of a mandate from an activity. It was upheld where no notice
 * about the absence outlasted the decision.
 */
export async function findDecision(
  tx: Tx,
  activityId: number,
  mandateId: number,
): Promise<{ readonly at: Date; readonly upheld: boolean } | undefined> {
  const [row] = await tx.execute<{ at: string; upheld: boolean }>(sql`
    with about as (select objection_decided_at decided_at, withdrawn_at, created_at from absence_notices
      where mandate_id = ${mandateId}::int8 and activity_id = ${activityId}::int8),
    last as (select max(decided_at) at from about)
    select l.at, not exists (select 1 from about n where n.created_at <= l.at
      and (n.withdrawn_at is null or n.withdrawn_at > l.at)) upheld
    from last l where l.at is not null`);
  return row === undefined ? undefined : { at: new Date(row.at), upheld: row.upheld };
}
