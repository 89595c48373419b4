import { type SQL, sql } from "drizzle-orm";
import { type AttendedKind, isSitting } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { Tx } from "../client.ts";
import { type ActivityHead, type ActivityHeadRow, toActivityHead } from "./activity-head.ts";
import type { activities } from "../schema/activities.ts";
import { answerOf } from "./answers.ts";
import { isInOffice } from "./in-office.ts";
import { orgsOfMandate } from "./in-scope.ts";

/** An activity about to be published; its number is drawn already, its id comes from the database. */
export type NewActivity = typeof activities.$inferInsert;

/** A deputy who is expected at an activity, with the one mandate that he or she comes by. */
export type Member = { readonly personId: number; readonly mandateId: number; readonly name: string };

/**
 * Deputies of an org's subtree whose mandate runs on a day and is not suspended then, each person once. What the
 * district calls is for deputies of its congress; of a congress session, and its sittings, only that congress's.
 */
export async function listMembers(
  tx: Tx,
  orgId: number,
  day: Day,
  kind: AttendedKind = "other",
): Promise<Member[]> {
  const isCongress = kind === "congress_session" || isSitting(kind);
  const rows = await tx.execute<{ person_id: string; mandate_id: string; name: string }>(sql`
    select distinct on (p.id) p.id::text person_id, m.id::text mandate_id, p.name
    from org_tree s join mandates m on s.descendant_id in ${orgsOfMandate}
      join people p on p.id = m.person_id join orgs o on o.id = s.ancestor_id
    where s.ancestor_id = ${orgId}::int8 and ${isInOffice(sql`${day}::date`)}
      and case when o.kind = 'district' then m.level = 'district'
        else not ${isCongress}::bool or m.level = 'township' end
    order by p.id, m.level, m.id`);
  return rows.map((row) => ({
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
    name: row.name,
  }));
}

type Row = ActivityHeadRow & {
  revision: number;
  minutes: number | null;
  stands_since: string;
  convener_id: string | null;
  closed_by: string | null;
  session_title: string | null;
};

/** An activity as the actions need it. */
export type FoundActivity = ActivityHead & {
  readonly revision: number;
  /** How long it lasted, in minutes, where that is on record. */
  readonly minutes: number | null;
  /**
   * Since when day, time and place are what they are: a notice from before proves nothing. What was entered after it was
   * held had been called before anybody wrote it down here.
   */
  readonly standsSince: Date;
  readonly convenerId: number | null;
  /** The name of whoever made it final or called it off. */
  readonly closedBy: string | null;
  /** What the session of a sitting is called. */
  readonly sessionTitle: string | null;
};

const COLUMNS = sql`a.id::text, a.number, a.org_id::text, a.kind, a.session_id::text, a.title, a.starts_at, a.on_day::text, a.place,
  a.content, a.revision, a.minutes, a.held_back,
  case when a.created_at > a.starts_at then a.starts_at - interval '90 days' else coalesce(a.moved_at, a.created_at) end stands_since, a.state, a.convener_id::text,
  (select c.name from people c where c.id = a.closed_by) closed_by,
  (select s.title from activities s where s.id = a.session_id) session_title`;

const toActivity = (row: Row): FoundActivity => ({
  ...toActivityHead(row),
  revision: row.revision,
  minutes: row.minutes,
  standsSince: new Date(row.stands_since),
  convenerId: row.convener_id === null ? null : Number(row.convener_id),
  closedBy: row.closed_by,
  sessionTitle: row.session_title,
});

const isIn = (scope: readonly number[]) => sql`exists (select 1 from org_tree s
  where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and s.descendant_id = a.org_id)`;

/** Activities by their numbers, soonest first, locked for a change. One outside the scope reads like one that does not exist. */
export async function claimActivities(
  tx: Tx,
  numbers: readonly string[],
  scope: readonly number[],
): Promise<FoundActivity[]> {
  const rows = await tx.execute<Row>(sql`
    select ${COLUMNS} from activities a where a.number = any(${sql.param([...numbers])}::text[]) and ${isIn(scope)}
    order by a.starts_at, a.id for update`);
  return rows.map(toActivity);
}

/** The same of one. */
export const claimActivity = async (
  tx: Tx,
  number: string,
  scope: readonly number[],
): Promise<FoundActivity | undefined> => (await claimActivities(tx, [number], scope))[0];

/** An activity by its number, for somebody whose right to it is decided otherwise. */
export async function findActivity(tx: Tx, number: string): Promise<FoundActivity | undefined> {
  const [row] = await tx.execute<Row>(sql`select ${COLUMNS} from activities a where a.number = ${number}`);
  return row === undefined ? undefined : toActivity(row);
}

/**
 * What a deputy was called to and has not ended, soonest first, with the mandate it concerns and the answer given; with
 * `missed` also what he or she was absent from by a register that is final.
 */
export async function listOpenFor(
  tx: Tx,
  personId: number,
  since: Date,
  missed = false,
  within?: FigurePeriod,
): Promise<(FoundActivity & { mandateId: number; answer: string | null })[]> {
  const rows = await tx.execute<Row & { mandate_id: string; answer: string | null }>(sql`
    select ${COLUMNS}, t.mandate_id::text, ${answerOf} answer from attendances t join activities a on a.id = t.activity_id
    where t.person_id = ${personId}::int8 and a.starts_at >= ${since.toISOString()}::timestamptz
      and (a.state = 'planned' or (${missed}::bool and a.state = 'final' and t.status = 'absent'))
      and ${isWithin(within)}
    order by a.starts_at, a.id`);
  return rows.map((row) => ({ ...toActivity(row), mandateId: Number(row.mandate_id), answer: row.answer }));
}

/** SQL: the activity `a` is on a day of a period; of none, on any day. */
const isWithin = (within: FigurePeriod | undefined): SQL =>
  within === undefined ? sql`true` : sql`a.on_day between ${within.from}::date and ${within.to}::date`;

/**
 * What lies ahead or waits to be finalised in a scope, soonest first; `silent`: how many have not answered what begins
 * after `now`.
 */
export async function listOpenIn(
  tx: Tx,
  scope: readonly number[],
  now: Date,
  within?: FigurePeriod,
): Promise<(FoundActivity & { silent: number })[]> {
  const rows = await tx.execute<Row & { silent: number }>(sql`
    select ${COLUMNS}, (select count(*)::int from attendances t where t.activity_id = a.id
      and a.starts_at > ${now.toISOString()}::timestamptz and ${answerOf} is null) silent
    from activities a where a.state = 'planned' and ${isIn(scope)} and ${isWithin(within)}
    order by a.starts_at, a.id`);
  return rows.map((row) => ({ ...toActivity(row), silent: row.silent }));
}

/** What is planned on a day in a scope, soonest first. */
export async function listOpenOn(tx: Tx, scope: readonly number[], on: Day): Promise<FoundActivity[]> {
  const rows = await tx.execute<Row>(sql`
    select ${COLUMNS} from activities a where a.state = 'planned' and a.on_day = ${on}::date and ${isIn(scope)}
    order by a.starts_at, a.id limit 10`);
  return rows.map(toActivity);
}

/** What has begun in a scope and is not final yet, latest first. */
export async function listBegunIn(tx: Tx, scope: readonly number[], now: Date): Promise<FoundActivity[]> {
  const rows = await tx.execute<Row>(sql`
    select ${COLUMNS} from activities a where a.state = 'planned' and a.starts_at <= ${now.toISOString()}::timestamptz
      and ${isIn(scope)} order by a.starts_at desc, a.id limit 10`);
  return rows.map(toActivity);
}

/** What is final in a scope, on a day or, without one, since a moment, latest first. */
export async function listFinalIn(
  tx: Tx,
  scope: readonly number[],
  { on, since }: { readonly on: Day | undefined; readonly since: Date },
): Promise<FoundActivity[]> {
  const rows = await tx.execute<Row>(sql`
    select ${COLUMNS} from activities a where a.state = 'final' and ${isIn(scope)}
      and case when ${on ?? null}::date is null then a.starts_at >= ${since.toISOString()}::timestamptz
        else a.on_day = ${on ?? null}::date end
    order by a.starts_at desc, a.id limit 10`);
  return rows.map(toActivity);
}

/** Calls an activity off, with the sittings of a session that are not over yet, or makes its attendance final. */
export async function markActivity(
  tx: Tx,
  id: number,
  state: "cancelled" | "final",
  { actorId, now }: { readonly actorId: number | null; readonly now: Date },
): Promise<void> {
  const at = now.toISOString();
  await tx.execute(sql`update activities set state = ${state}, revision = revision + 1, closed_by = ${actorId}::int8,
    final_at = case when ${state} = 'final' then ${at}::timestamptz end
    where id = ${id}::int8 or (session_id = ${id}::int8 and ${state} = 'cancelled' and state = 'planned')`);
}
