import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { isCalledInOffice } from "./called-in-office.ts";
import { isLeaveFrom, leaveThatCounts } from "./leaves.ts";

/** An activity that people may have to be reminded of. */
export type AheadActivity = {
  readonly id: number;
  readonly startsAt: Date;
  /** When people were called to it, or day, time or place changed last. */
  readonly calledAt: Date;
  /** A sitting of a session, which is reminded of as a whole. */
  readonly isSitting: boolean;
};

/** Planned activities that begin after one instant and before another. */
export async function listActivitiesAhead(tx: Tx, after: Date, before: Date): Promise<AheadActivity[]> {
  const rows = await tx.execute<{ id: string; starts_at: string; called_at: string; sitting: boolean }>(sql`
    select id::text, starts_at, greatest(moved_at, announced_at, created_at) called_at,
      session_id is not null sitting from activities where state = 'planned'
      and starts_at > ${after.toISOString()}::timestamptz and starts_at < ${before.toISOString()}::timestamptz
    order by activities.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    startsAt: new Date(row.starts_at),
    calledAt: new Date(row.called_at),
    isSitting: row.sitting,
  }));
}

/** One step of reminding of an activity. */
export type ActivityStep = { readonly activityId: number; readonly before: number; readonly dueAt: Date };

// Another time on the same day is another thing to be reminded of.
const sinceMoved = sql`case when a.moved_at is null then ''
  else extract(epoch from a.moved_at)::int8 || '@' end`;

/** Lets the reminders of an activity that still wait go: it is no more where or when they would say. */
export async function dropActivityReminders(tx: Tx, activityId: number): Promise<void> {
  await tx.execute(sql`update reminders set state = 'suppressed', reason = 'moved' where state = 'waiting'
    and schedule in ('activity-reminders', 'upcoming-absence') and subject like ${`activity:${activityId}:%`}`);
}

// A register that is final has the deputy of the attendance `x` as absent; whether that counts is judged later.
const wasAbsent = sql`exists (select 1 from attendances z join activities b on b.id = z.activity_id
  where z.person_id = x.person_id and z.status = 'absent' and b.state = 'final')`;

/**
 * Writes down a reminder for everybody concerned by each activity, each step once, until the activity begins. Steps
 * that were due before the activity was published or moved are nobody's: the notice itself has just said it.
 * `absent-once` are those who were absent before, each until he or she was told of it: the first step that says it is
 * the only one.
 */
export async function insertActivityReminders(
  tx: Tx,
  schedule: string,
  steps: readonly ActivityStep[],
  now: Date,
  whom: "all" | "absent-once" = "all",
): Promise<void> {
  if (steps.length === 0) return;
  await tx.execute(sql`
    insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select distinct ${schedule}, 'activity:' || a.id || ':' || ${sinceMoved} || a.on_day || ':T-' || t.before, x.person_id, t.due,
      a.starts_at, ${now.toISOString()}::timestamptz
    from unnest(${sql.param(steps.map((one) => one.activityId))}::int8[],
      ${sql.param(steps.map((one) => one.before))}::int[],
      ${sql.param(steps.map((one) => one.dueAt.toISOString()))}::timestamptz[]) as t(id, before, due)
    join activities a on a.id = t.id join attendances x on x.activity_id = a.id
    where t.due > greatest(a.moved_at, a.announced_at, a.created_at) and (${whom} = 'all' or (${wasAbsent} and not exists (
      select 1 from reminders r left join outbox o on o.key = r.outbox_key
      where r.schedule = ${schedule} and r.person_id = x.person_id and r.subject like
          'activity:' || a.id || ':' || ${sinceMoved} || a.on_day || ':%'
        and (r.state = 'waiting' or o.status in ('new', 'sending', 'sent')))))
    on conflict (schedule, subject, person_id) do nothing`);
}

/** How an activity concerns one person on a day. */
export type ActivityConcern = {
  readonly activityId: number;
  readonly personId: number;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly onDay: Day;
  readonly place: string | null;
  readonly isPlanned: boolean;
  /** The mandates by which it concerns the person. */
  readonly mandateIds: readonly number[];
  readonly answer: "coming" | "leave" | null;
  readonly isOnLeave: boolean;
  /** The session that it is a sitting of. */
  readonly sessionId: number | null;
  /** The latest word on it that was written to the person (notice, change, 催), when it goes or went out. */
  readonly toldAt: Date | null;
  /** In office and not suspended on the activity's day, with at least one mandate that it concerns. */
  readonly isInOffice: boolean;
};

type ConcernRow = {
  activity_id: string;
  person_id: string;
  kind: string;
  number: string;
  title: string;
  starts_at: string;
  on_day: string;
  place: string | null;
  is_planned: boolean;
  mandate_ids: string[];
  answer: "coming" | "leave" | null;
  on_leave: boolean;
  session_id: string | null;
  told_at: string | null;
  in_office: boolean;
};

/** How activities concern the people named with them: one row a pair, over all mandates of a person. */
export async function listActivityConcerns(
  tx: Tx,
  pairs: readonly { readonly activityId: number; readonly personId: number }[],
): Promise<ActivityConcern[]> {
  const rows = await tx.execute<ConcernRow>(sql`
    select a.id::text activity_id, x.person_id::text, a.kind, a.number, a.title, a.starts_at, a.on_day::text, a.place,
      a.state = 'planned' is_planned, array_agg(distinct x.mandate_id::text) mandate_ids, max(coalesce(x.answer, y.answer)) answer,
      bool_or(l.id is not null) on_leave, a.session_id::text,
      (select max(coalesce(o.sent_at, o.due_at)) from notices n join outbox o on o.key = n.outbox_key
        where n.activity_id in (a.id, a.session_id) and n.mandate_id = any(array_agg(x.mandate_id))
          and o.status in ('new', 'sending', 'sent')) told_at,
      bool_or(${isCalledInOffice(sql`x`)}) in_office
    from unnest(${sql.param(pairs.map((one) => one.activityId))}::int8[],
      ${sql.param(pairs.map((one) => one.personId))}::int8[]) as t(activity_id, person_id)
    join activities a on a.id = t.activity_id
    join attendances x on x.activity_id = a.id and x.person_id = t.person_id
    left join attendances y on y.activity_id = a.session_id and y.mandate_id = x.mandate_id
      and (a.moved_at is null or y.answered_at >= a.moved_at)
    left join leaves l on ${isLeaveFrom(sql`l`, sql`x`)} and l.mandate_id = x.mandate_id
      and ${leaveThatCounts} in ('pending', 'approved')
    group by a.id, x.person_id`);
  return rows.map((row) => ({
    activityId: Number(row.activity_id),
    personId: Number(row.person_id),
    kind: row.kind,
    number: row.number,
    title: row.title,
    startsAt: new Date(row.starts_at),
    onDay: row.on_day,
    place: row.place,
    isPlanned: row.is_planned,
    mandateIds: row.mandate_ids.map(Number),
    answer: row.answer,
    isOnLeave: row.on_leave,
    sessionId: row.session_id === null ? null : Number(row.session_id),
    toldAt: row.told_at === null ? null : new Date(row.told_at),
    isInOffice: row.in_office,
  }));
}
