import { type SQL, sql } from "drizzle-orm";
import type { AttendedKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import type { FoundActivity } from "./activities.ts";

/** Locks an organisation until the transaction ends: of two who publish the same for it at once, one sees the other's. */
export async function claimOrg(tx: Tx, orgId: number): Promise<void> {
  await tx.execute(sql`select 1 from orgs where id = ${orgId}::int8 for no key update`);
}

/** What was published before, and by whom. */
export type SamePlanned = {
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
  readonly by: string | null;
};

type Row = {
  number: string;
  title: string;
  place: string | null;
  starts_at: string;
  by: string | null;
};

const toSame = (row: Row): SamePlanned => ({
  number: row.number,
  title: row.title,
  place: row.place,
  startsAt: new Date(row.starts_at),
  by: row.by,
});

/** An activity of the same kind that begins for the same organisation at the same moment, and who published it. */
export async function findSamePlanned(
  tx: Tx,
  orgId: number,
  kind: AttendedKind,
  startsAt: Date,
): Promise<SamePlanned | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select a.number, a.title, a.place, a.starts_at, p.name by from activities a left join people p on p.id = a.created_by
    where a.org_id = ${orgId}::int8 and a.kind = ${kind} and a.state = 'planned'
      and a.starts_at = ${startsAt.toISOString()}::timestamptz order by a.id limit 1`);
  return row === undefined ? undefined : toSame(row);
}

/** An activity of the same kind of an organisation that begins within a stretch of time and was not called off, and who published it. */
export async function findSameHeld(
  tx: Tx,
  orgId: number,
  kind: AttendedKind,
  { from, before }: { readonly from: Date; readonly before: Date },
): Promise<SamePlanned | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select a.number, a.title, a.place, a.starts_at, p.name by from activities a left join people p on p.id = a.created_by
    where a.org_id = ${orgId}::int8 and a.kind = ${kind} and a.state <> 'cancelled'
      and a.starts_at >= ${from.toISOString()}::timestamptz and a.starts_at < ${before.toISOString()}::timestamptz
    order by a.id limit 1`);
  return row === undefined ? undefined : toSame(row);
}

/**
 * SQL: a session `a` that is not called off has days in common with a stretch of days: a congress meets in one session
 * at a time.
 */
const meetsWithin = (from: SQL, to: SQL): SQL => sql`(a.kind = 'congress_session' and a.state <> 'cancelled'
  and a.on_day <= ${to} and greatest(a.on_day, (select max(s.on_day) from activities s
    where s.session_id = a.id and s.state <> 'cancelled')) >= ${from})`;

/** A session of the same congress that meets on some of these days, and who called it. */
export async function findSameSession(
  tx: Tx,
  orgId: number,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<SamePlanned | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select a.number, a.title, a.place, a.starts_at, p.name by from activities a left join people p on p.id = a.created_by
    where a.org_id = ${orgId}::int8 and ${meetsWithin(sql`${from}::date`, sql`${to}::date`)} order by a.id limit 1`);
  return row === undefined ? undefined : toSame(row);
}

/**
 * The number of what is the same as an activity under another number: of the same organisation and kind, at the same
 * moment; of a session, one of the same congress with days in common. Only one whose register is final.
 */
export async function findTwin(
  tx: Tx,
  { id, orgId, kind, startsAt }: Pick<FoundActivity, "id" | "orgId" | "kind" | "startsAt">,
): Promise<string | undefined> {
  const [row] = await tx.execute<{ number: string }>(sql`
    with own as (select t.on_day, greatest(t.on_day, max(s.on_day)) last_day from activities t
      left join activities s on s.session_id = t.id and s.state <> 'cancelled'
      where t.id = ${id}::int8 group by t.id)
    select a.number from activities a, own
    where a.org_id = ${orgId}::int8 and a.kind = ${kind} and a.id <> ${id}::int8 and a.state = 'final'
      and not exists (select 1 from activities s where s.id = a.session_id and s.state = 'cancelled')
      and (a.starts_at = ${startsAt.toISOString()}::timestamptz or ${meetsWithin(sql`own.on_day`, sql`own.last_day`)})
    order by a.id limit 1`);
  return row?.number;
}
