import { sql } from "drizzle-orm";
import type { Tally } from "#src/domain/tally.ts";
import type { Tx } from "../client.ts";

/** A reminder that is due and waits. */
export type DueReminder = {
  readonly id: number;
  readonly schedule: string;
  /** What it is about (`activity:17:2026-12-01`), without its step. */
  readonly thing: string;
  /** Which step of it: `T-3`, `overdue`, `again…` after a snooze. */
  readonly step: string;
  readonly personId: number;
  readonly dueAt: Date;
  readonly validUntil: Date;
  readonly createdAt: Date;
  /** The person asked not to be reminded of it again. */
  readonly declined: boolean;
};

type Row = {
  id: string;
  schedule: string;
  created_at: string;
  subject: string;
  person_id: string;
  due_at: string;
  valid_until: string;
  declined: boolean;
};

/** The step under which a person's wish not to hear of a thing any more is kept. */
export const DECLINED = "declined";

function toDue({
  id,
  schedule,
  subject,
  person_id,
  due_at,
  valid_until,
  created_at,
  declined,
}: Row): DueReminder {
  const cut = subject.lastIndexOf(":");
  return {
    id: Number(id),
    schedule,
    thing: subject.slice(0, cut),
    step: subject.slice(cut + 1),
    personId: Number(person_id),
    dueAt: new Date(due_at),
    validUntil: new Date(valid_until),
    createdAt: new Date(created_at),
    declined,
  };
}

/** True where a schedule has a reminder that is due and waits. */
export async function isAnythingDue(tx: Tx, schedule: string, now: Date): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from reminders
    where schedule = ${schedule} and state = 'waiting' and due_at <= ${now.toISOString()}::timestamptz limit 1`);
  return rows.length > 0;
}

/** Reminders of a schedule that were written down and became due in a stretch of time, and that are decided about. */
export async function listDecided(
  tx: Tx,
  schedule: string,
  { after, through }: { readonly after: Date; readonly through: Date },
): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id::text from reminders where created_at > ${after.toISOString()}::timestamptz and schedule = ${schedule}
      and due_at > ${after.toISOString()}::timestamptz and due_at <= ${through.toISOString()}::timestamptz
      and state <> 'waiting' and reason is distinct from 'declined'`);
  return rows.map(({ id }) => Number(id));
}

/**
 * All due reminders of up to `people` persons for whom the first of these schedules has one, of all of the schedules,
 * oldest first. Takes the lock that lets one process at a time release reminders: what one person gets in a day is
 * counted over all schedules.
 */
export async function claimDueReminders(
  tx: Tx,
  schedules: readonly [string, ...string[]],
  now: Date,
  people: number,
): Promise<DueReminder[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.reminders'))`);
  const [own] = schedules;
  const rows = await tx.execute<Row>(sql`
    with due as (select distinct person_id from reminders
      where schedule = ${own} and state = 'waiting' and due_at <= ${now.toISOString()}::timestamptz
      order by person_id limit ${people})
    select r.id::text, r.schedule, r.subject, r.person_id::text, r.due_at, r.valid_until, r.created_at,
      exists (select 1 from reminders d where d.schedule = r.schedule and d.person_id = r.person_id
        and d.subject = regexp_replace(r.subject, ':[^:]*$', ${`:${DECLINED}`})) as declined
    from reminders r join due using (person_id)
    where r.schedule = any(${sql.param([...schedules])}::text[]) and r.state = 'waiting'
      and r.due_at <= ${now.toISOString()}::timestamptz
    order by r.due_at, r.id`);
  return rows.map(toDue);
}

/** Lets one process at a time write down what a schedule has due. */
export async function claimSchedule(tx: Tx, schedule: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`lvzhi.reminders.${schedule}`}))`);
}

/** What becomes of a due reminder. One that waits on gets a new time. */
export type ReminderFate =
  | { readonly id: number; readonly state: "queued" | "merged"; readonly outboxKey: string }
  | { readonly id: number; readonly state: "merged" | "expired" | "suppressed"; readonly reason: string }
  | { readonly id: number; readonly state: "waiting"; readonly dueAt: Date };

/** Records what became of reminders. */
export async function markReminders(tx: Tx, fates: readonly ReminderFate[]): Promise<void> {
  if (fates.length === 0) return;
  const list = <T>(pick: (fate: ReminderFate) => T) => sql.param(fates.map(pick));
  await tx.execute(sql`
    update reminders r set state = t.state, reason = t.reason, outbox_key = t.key, due_at = coalesce(t.due, r.due_at)
    from unnest(${list((one) => one.id)}::int8[], ${list((one) => one.state)}::text[],
      ${list((one) => ("reason" in one ? one.reason : null))}::text[],
      ${list((one) => ("outboxKey" in one ? one.outboxKey : null))}::text[],
      ${list((one) => ("dueAt" in one ? one.dueAt.toISOString() : null))}::timestamptz[])
      as t(id, state, reason, key, due)
    where r.id = t.id and r.state = 'waiting'`);
}

/** How many messages of reminders each person gets between two instants. */
export async function countReminded(
  tx: Tx,
  people: readonly number[],
  from: Date,
  to: Date,
): Promise<Map<number, number>> {
  const rows = await tx.execute<{ person_id: string; messages: number }>(sql`
    select r.person_id::text, count(distinct r.outbox_key)::int messages
    from reminders r join outbox o on o.key = r.outbox_key
    where r.state = 'queued' and r.person_id = any(${sql.param([...people])}::int8[])
      and o.due_at >= ${from.toISOString()}::timestamptz and o.due_at < ${to.toISOString()}::timestamptz
    group by r.person_id`);
  return new Map(rows.map((row) => [Number(row.person_id), row.messages]));
}

/** SQL: what became of a reminder `r` whose message, if it has one, is `o`. */
const FATE = sql`case when r.state <> 'queued' then r.state
  when o.status in ('sent', 'failed', 'expired', 'suppressed') then o.status else 'waiting' end`;

/** What became of reminders: those of these ids, or all that a schedule had due by `through`. */
export async function tallyReminders(
  tx: Tx,
  wanted: { readonly ids: readonly number[] } | { readonly schedule: string; readonly through: Date },
): Promise<Tally> {
  const these =
    "ids" in wanted
      ? sql`r.id = any(${sql.param([...wanted.ids])}::int8[])`
      : sql`r.schedule = ${wanted.schedule} and r.due_at <= ${wanted.through.toISOString()}::timestamptz`;
  const [row] = await tx.execute<Tally>(sql`
    select count(*)::int due, count(*) filter (where f = 'sent')::int sent,
      count(*) filter (where f = 'expired')::int expired, count(*) filter (where f = 'merged')::int merged,
      count(*) filter (where f = 'suppressed')::int suppressed, count(*) filter (where f = 'failed')::int failed,
      count(*) filter (where f = 'waiting')::int waiting
    from (select ${FATE} f from reminders r left join outbox o on o.key = r.outbox_key where ${these}) t`);
  if (row === undefined) throw new TypeError("an aggregate without a row");
  const { due, sent, expired, merged, suppressed, failed, waiting } = row;
  return { due, sent, expired, merged, suppressed, failed, waiting };
}
