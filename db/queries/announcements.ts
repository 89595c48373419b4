import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { attendances, notices } from "../schema/activities.ts";
import { isInOffice } from "./in-office.ts";
import { orgsOfMandate } from "./in-scope.ts";

/** A planned activity whose notices have not gone out. */
export type HeldBack = {
  readonly id: number;
  readonly number: string;
  readonly isSession: boolean;
  readonly title: string;
  readonly startsAt: Date;
  readonly onDay: Day;
  readonly place: string | null;
  readonly content: string | null;
  readonly revision: number;
};

type Row = {
  id: string;
  number: string;
  is_session: boolean;
  title: string;
  starts_at: string;
  on_day: Day;
  place: string | null;
  content: string | null;
  revision: number;
};

/**
 * Planned activities up to a day to which nobody is called yet, soonest first; locked, one process at a time. A session
 * speaks for its sittings, until it has been called.
 */
export async function claimHeldBack(tx: Tx, now: Date, through: Day): Promise<HeldBack[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.announcements'))`);
  const rows = await tx.execute<Row>(sql`
    select a.id::text, a.number, a.kind = 'congress_session' is_session, a.title, a.starts_at, a.on_day::text, a.place,
      a.content, a.revision from activities a
    where a.held_back and a.on_day <= ${through}::date and a.state = 'planned'
      and a.starts_at > ${now.toISOString()}::timestamptz
      and not exists (select 1 from activities s where s.id = a.session_id and s.held_back)
    order by a.starts_at, a.id limit 500 for update`);
  return rows.map((row) => ({
    id: Number(row.id),
    number: row.number,
    isSession: row.is_session,
    title: row.title,
    startsAt: new Date(row.starts_at),
    onDay: row.on_day,
    place: row.place,
    content: row.content,
    revision: row.revision,
  }));
}

/** The first day in a scope on which an activity lies that nobody is called to yet. */
export async function findFirstHeldBack(
  tx: Tx,
  orgs: readonly number[],
  now: Date,
): Promise<Day | undefined> {
  const [row] = await tx.execute<{ on_day: Day | null }>(sql`
    select min(a.on_day)::text on_day from activities a where a.held_back and a.state = 'planned'
      and a.org_id = any(${sql.param([...orgs])}::int8[]) and a.starts_at > ${now.toISOString()}::timestamptz`);
  return row?.on_day ?? undefined;
}

/** Somebody who is to be called to an activity. */
export type Call = {
  readonly activityId: number;
  readonly personId: number;
  readonly mandateId: number;
};

/**
 * Whom activities concern: the deputies of each one's organisation who are in office on its day, each once; of a congress
 * session and its sittings, those of that congress.
 */
export async function listCalls(tx: Tx, activities: readonly number[]): Promise<Call[]> {
  const rows = await tx.execute<{ activity_id: string; person_id: string; mandate_id: string }>(sql`
    select distinct on (a.id, m.person_id) a.id::text activity_id, m.person_id::text, m.id::text mandate_id
    from activities a join org_tree s on s.ancestor_id = a.org_id
      join mandates m on s.descendant_id in ${orgsOfMandate} join orgs o on o.id = a.org_id
    where a.id = any(${sql.param([...activities])}::int8[]) and ${isInOffice(sql`a.on_day`)}
      and case when o.kind = 'district' then m.level = 'district'
        else (a.kind <> 'congress_session' and a.session_id is null) or m.level = 'township' end
    order by a.id, m.person_id, m.level, m.id`);
  return rows.map((row) => ({
    activityId: Number(row.activity_id),
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
  }));
}

/** To how many activities of yearly plans people were called since an instant. */
export async function countCalledSince(
  tx: Tx,
  people: readonly number[],
  since: Date,
): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.execute<{ person_id: string; n: number }>(sql`
    select t.person_id::text, count(*)::int4 n from activities a join attendances t on t.activity_id = a.id
    where a.announced_at >= ${since.toISOString()}::timestamptz and t.person_id = any(${sql.param([...people])}::int8[])
    group by t.person_id`);
  return new Map(rows.map((row) => [Number(row.person_id), row.n]));
}

/**
 * Calls deputies to planned activities, each with a notice that the message of its key will prove; to the sittings of a
 * session without one: notice of the session is notice of its sittings.
 */
export async function insertAnnounced(
  tx: Tx,
  activities: readonly number[],
  calls: readonly (Call & { readonly outboxKey: string })[],
  sat: readonly Call[],
  now: Date,
): Promise<void> {
  await tx.execute(sql`update activities set held_back = false, announced_at = ${now.toISOString()}::timestamptz
    where id = any(${sql.param([...activities])}::int8[])`);
  await tx.execute(sql`update activities set held_back = false
    where held_back and session_id = any(${sql.param([...activities])}::int8[])`);
  if (calls.length === 0) return;
  const keys = ({ activityId, mandateId }: Call) => ({ activityId, mandateId });
  const called = [...calls, ...sat].map((one) => ({ ...keys(one), personId: one.personId }));
  await tx.insert(attendances).values(called);
  await tx
    .insert(notices)
    .values(calls.map((one) => ({ ...keys(one), way: "chat" as const, outboxKey: one.outboxKey })))
    .onConflictDoNothing();
}
