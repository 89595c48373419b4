import { type SQL, sql } from "drizzle-orm";
import type { AskedChange, NewerChange } from "#src/domain/requests/mandate.ts";
import type { MandateChange } from "#src/domain/mandate-change.ts";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { isInScope } from "./in-scope.ts";

/** A change of mandates that was registered by chat and stands: what was noted of each mandate it concerned. */
export type StandingChange = {
  readonly id: number;
  readonly change: AskedChange;
  readonly on: Day;
  readonly at: Date;
  /** The last day it was registered for, where it has one. */
  readonly to: Day | null;
  /** What each mandate was before; null for one that began with the change. */
  readonly before: ReadonlyMap<number, string | null>;
  /** What was changed last since in one of these mandates. */
  readonly newer: NewerChange | null;
};

/** Which change is meant: one by its id, the last about somebody, the last new term, or the last that somebody registered. */
export type MeantChange =
  | { readonly changeId: number }
  | { readonly newTerm: true }
  | { readonly name: string }
  | { readonly byPerson: number };

const isMeant = (meant: MeantChange): SQL => {
  if ("changeId" in meant) return sql`c.id = ${meant.changeId}::int8`;
  if ("newTerm" in meant) return sql`c.change = 'new_term'`;
  return "name" in meant ? sql`p.name = ${meant.name}` : sql`c.by_person = ${meant.byPerson}::int8`;
};

type Row = {
  id: string;
  change: AskedChange;
  on_day: Day;
  at: string;
  after: Day | null;
  mandate_id: string;
  before: string | null;
  in_scope: boolean;
  newer_id: string | null;
  newer_change: MandateChange | null;
  newer_name: string | null;
  newer_on: Day | null;
};

/** The last change that is meant, all mandates of it in these subtrees; undefined where there is none. */
export async function findStandingChange(
  tx: Tx,
  scope: readonly number[],
  meant: MeantChange,
): Promise<StandingChange | undefined> {
  const rows = await tx.execute<Row>(sql`
    with last as (
      select c.id, c.change, c.on_day, c.by_person, c.at, c.after, c.lead_id from mandate_changes c
        join mandates m on m.id = c.mandate_id join people p on p.id = m.person_id
      where c.undone_at is null and c.change <> 'import' and c.lead_id is not null and ${isInScope(scope)}
        and ${isMeant(meant)} order by c.id desc limit 1)
    select last.id::text, last.change, last.on_day::text, last.at, last.after, c.mandate_id::text, c.before,
      ${isInScope(scope)} in_scope, n.id::text newer_id, n.change newer_change, n.name newer_name,
      n.on_day::text newer_on
    from last join mandate_changes c on c.at = last.at and c.by_person = last.by_person and c.change = last.change
      and c.on_day = last.on_day and c.lead_id = last.lead_id and c.undone_at is null join mandates m on m.id = c.mandate_id
      left join lateral (select n.id, n.change, n.on_day, p.name from mandate_changes n
        join mandates k on k.id = n.mandate_id join people p on p.id = k.person_id
        where n.mandate_id = c.mandate_id and n.undone_at is null and n.id > c.id order by n.id desc limit 1) n on true
    order by c.id`);
  const [first] = rows;
  if (first === undefined || rows.some((row) => !row.in_scope)) return undefined;
  return {
    id: Number(first.id),
    change: first.change,
    on: first.on_day,
    at: new Date(first.at),
    to: first.after,
    before: new Map(rows.map((row) => [Number(row.mandate_id), row.before])),
    newer: toNewer(rows),
  };
}

// The last of all that came later: it is the first to be undone.
function toNewer(rows: readonly Row[]): NewerChange | null {
  const later = rows.flatMap(({ newer_id: id, newer_change: change, newer_name: name, newer_on: on }) =>
    id === null || change === null || name === null || on === null
      ? []
      : [{ changeId: Number(id), change, name, on }],
  );
  return later.toSorted((a, b) => b.changeId - a.changeId)[0] ?? null;
}

/** Notes who undid a change, and when; what it was stays on file. */
export async function markUndone(
  tx: Tx,
  ids: readonly number[],
  by: number | null,
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update mandate_changes set undone_at = ${now.toISOString()}::timestamptz, undone_by = ${by}::int8
    where mandate_id = any(${sql.param([...ids])}::int8[]) and undone_at is null and id in (
      select max(c.id) from mandate_changes c where c.mandate_id = any(${sql.param([...ids])}::int8[])
        and c.undone_at is null group by c.mandate_id)`);
}

/** How many standing records, suggestions and opinions were filed under mandates since an instant. */
export async function countFiledUnder(tx: Tx, ids: readonly number[], since: Date): Promise<number> {
  const these = sql`mandate_id = any(${sql.param([...ids])}::int8[])
    and filed_at >= ${since.toISOString()}::timestamptz`;
  const [row] = await tx.execute<{ n: number }>(sql`
    select (select count(*) from duty_records where ${these} and state in ('confirmed', 'verified', 'returned'))::int4
      + (select count(*) from suggestions where ${these} and state <> 'withdrawn')::int4
      + (select count(*) from opinions where ${these} and state <> 'withdrawn')::int4 n`);
  return row?.n ?? 0;
}
