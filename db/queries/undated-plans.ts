import { sql } from "drizzle-orm";
import type { ActivityKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { UndatedOnFile } from "#src/domain/plans/compare-undated.ts";
import type { Tx } from "../client.ts";
import { undatedPlans } from "../schema/plans.ts";

/** A planned activity whose day is still to be fixed. */
export type Undated = UndatedOnFile & { readonly createdBy: number | null; readonly createdAt: Date };

/** One about to be planned. */
export type NewUndated = typeof undatedPlans.$inferInsert;

type Row = {
  id: string;
  number: string;
  org_id: string;
  plan_key: string;
  kind: ActivityKind;
  title: string;
  from_day: Day;
  to_day: Day;
  said: string;
  time: string | null;
  place: string | null;
  content: string | null;
  created_by: string | null;
  created_at: string;
  open: boolean;
};

const COLUMNS = sql`u.id::text, u.number, u.org_id::text, u.plan_key, u.kind, u.title, u.from_day::text, u.to_day::text,
  u.said, u.time, u.place, u.content, u.created_by::text, u.created_at, u.closed_at is null open`;

const toUndated = (row: Row): Undated => ({
  id: Number(row.id),
  number: row.number,
  orgId: Number(row.org_id),
  planKey: row.plan_key,
  kind: row.kind,
  title: row.title,
  from: row.from_day,
  to: row.to_day,
  said: row.said,
  time: row.time,
  place: row.place,
  content: row.content,
  createdBy: row.created_by === null ? null : Number(row.created_by),
  createdAt: new Date(row.created_at),
  open: row.open,
});

const isIn = (scope: readonly number[]) => sql`exists (select 1 from org_tree s
  where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and s.descendant_id = u.org_id)`;

/** What plans of these organisations left open for these years, whatever became of it since; locked for a change. */
export async function claimUndated(
  tx: Tx,
  orgs: readonly number[],
  years: readonly number[],
): Promise<Undated[]> {
  const rows = await tx.execute<Row>(sql`
    select ${COLUMNS} from undated_plans u where u.org_id = any(${sql.param([...orgs])}::int8[])
      and split_part(u.plan_key, ':', 1) = any(${sql.param(years.map(String))}::text[])
    order by u.from_day, u.id for update`);
  return rows.map(toUndated);
}

/** Those that are still open, by their numbers, locked for a change. One outside the scope reads like one that does not exist. */
export async function claimUndatedOnes(
  tx: Tx,
  numbers: readonly string[],
  scope: readonly number[],
): Promise<Undated[]> {
  const rows = await tx.execute<Row>(sql`
    select ${COLUMNS} from undated_plans u where u.number = any(${sql.param([...numbers])}::text[])
      and u.closed_at is null and ${isIn(scope)} order by u.from_day, u.id for update`);
  return rows.map(toUndated);
}

/** What is still open in a scope, what begins soonest first. */
export async function listUndatedIn(tx: Tx, scope: readonly number[]): Promise<Undated[]> {
  const rows = await tx.execute<Row>(sql`
    select ${COLUMNS} from undated_plans u where u.closed_at is null and ${isIn(scope)}
    order by u.from_day, u.id limit 20`);
  return rows.map(toUndated);
}

/** What is still open and begins up to a day, and ends on another or later. */
export async function listUndatedBy(tx: Tx, through: Day, since: Day): Promise<Undated[]> {
  const rows = await tx.execute<Row>(sql`
    select ${COLUMNS} from undated_plans u where u.closed_at is null and u.from_day <= ${through}::date
      and u.to_day >= ${since}::date order by u.from_day, u.id`);
  return rows.map(toUndated);
}

/** Plans what has no day yet. */
export async function insertUndated(tx: Tx, rows: readonly NewUndated[]): Promise<void> {
  if (rows.length > 0) await tx.insert(undatedPlans).values([...rows]);
}

/** Changes what has no day yet; what had been called off is open again. */
export async function reviseUndated(
  tx: Tx,
  rows: readonly Pick<
    Undated,
    "id" | "kind" | "title" | "from" | "to" | "said" | "time" | "place" | "content"
  >[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update undated_plans u set kind = x.kind, title = x.title, from_day = x."from", to_day = x."to", said = x.said,
      time = x.time, place = x.place, content = x.content, closed_at = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id int8, kind text, title text, "from" date,
      "to" date, said text, time text, place text, content text)
    where u.id = x.id`);
}

/** They have become activities, or are called off. */
export async function closeUndated(tx: Tx, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`update undated_plans set closed_at = ${now.toISOString()}::timestamptz
    where id = any(${sql.param([...ids])}::int8[])`);
}
