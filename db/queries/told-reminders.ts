import { type SQL, sql } from "drizzle-orm";
import type { ReminderTopic } from "#src/domain/requests/deadline.ts";
import type { Tx } from "../client.ts";
import { DECLINED } from "./reminders.ts";

/** The messages that somebody was reminded with, and of which of all that stood there it is about. */
export type ToldReminder = {
  readonly outboxKeys: readonly string[];
  readonly topic: ReminderTopic | undefined;
};

/** Which reminder: one that was tapped, or the latest since an instant, with those told shortly before it. */
export type WantedReminder = {
  readonly id?: number;
  readonly topic: ReminderTopic | undefined;
  readonly since: Date;
  /** So many hours before the latest one is meant as well. */
  readonly withinHours: number;
};

// SQL: the reminder `r` is of what was named.
const isOf = (topic: ReminderTopic | undefined): SQL => {
  if (topic === undefined) return sql`true`;
  return topic === "obligation"
    ? sql`r.schedule = 'deadline-reminders'`
    : sql`r.schedule in ('activity-reminders', 'upcoming-absence')`;
};

/** The messages with reminders of this person that are meant. */
export async function findToldReminder(
  tx: Tx,
  personId: number,
  { id, topic, since, withinHours }: WantedReminder,
): Promise<ToldReminder | undefined> {
  const which = id === undefined ? sql`o.due_at >= ${since.toISOString()}::timestamptz` : sql`r.id = ${id}`;
  // By when it was told: what was due weeks ago may have been told today, with others.
  const rows = await tx.execute<{ outbox_key: string }>(sql`
    with told as (select r.outbox_key, max(coalesce(o.due_at, r.due_at)) at, max(r.due_at) due, max(r.id) id
      from reminders r left join outbox o on o.key = r.outbox_key
      where r.person_id = ${personId} and r.state = 'queued' and ${which} and ${isOf(topic)} group by r.outbox_key),
    latest as (select * from told order by at desc, due desc, id desc limit 1)
    select t.outbox_key from told t, latest l
    where t.outbox_key = l.outbox_key
      or (${withinHours} > 0 and t.at >= l.at - make_interval(hours => ${withinHours}::int))`);
  return rows.length === 0 ? undefined : { outboxKeys: rows.map((row) => row.outbox_key), topic };
}

const isIn = ({ outboxKeys, topic }: ToldReminder): SQL =>
  sql`r.outbox_key = any(${sql.param([...outboxKeys])}::text[]) and ${isOf(topic)}`;

// Of the activity itself, or of leave from it.
const isOfActivity = sql`r.subject ~ '^(activity|leaves):'`;

/** What these messages reminded of, by its title: activities, duties, and what is planned without a day. */
export async function listToldTitles(tx: Tx, told: ToldReminder): Promise<string[]> {
  const rows = await tx.execute<{ title: string }>(sql`
    select distinct coalesce(a.title, b.title, u.title) title from reminders r
      left join activities a on ${isOfActivity} and a.id::text = split_part(r.subject, ':', 2)
      left join obligations b on r.schedule = 'deadline-reminders' and b.id::text = split_part(r.subject, ':', 2)
      left join undated_plans u on r.subject like 'undated:%' and u.id::text = split_part(r.subject, ':', 2)
    where ${isIn(told)} and coalesce(a.title, b.title, u.title) is not null order by 1`);
  return rows.map(({ title }) => title);
}

/** When the first activity begins of which these messages reminded, and which is still ahead; undefined without one. */
export async function findFirstBeginning(tx: Tx, told: ToldReminder, now: Date): Promise<Date | undefined> {
  const [row] = await tx.execute<{ at: string | null }>(sql`
    select min(a.starts_at) at from reminders r
      join activities a on ${isOfActivity} and a.id::text = split_part(r.subject, ':', 2)
    where ${isIn(told)} and a.state = 'planned' and a.starts_at > ${now.toISOString()}::timestamptz`);
  return row?.at === null || row === undefined ? undefined : new Date(row.at);
}

/**
 * Writes all that a message reminded of down once more, for later; a step that was written already stays as it is.
 * What is over before then is still said a little after: whoever asked for it wants to hear it.
 */
export async function insertAgain(
  tx: Tx,
  told: ToldReminder,
  again: { readonly dueAt: Date; readonly step: string; readonly now: Date },
): Promise<void> {
  const dueAt = again.dueAt.toISOString();
  await tx.execute(sql`
    insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select distinct on (r.schedule, regexp_replace(r.subject, ':[^:]*$', ''), r.person_id)
      r.schedule, regexp_replace(r.subject, ':[^:]*$', ${`:${again.step}`}), r.person_id, ${dueAt}::timestamptz,
      greatest(r.valid_until, ${dueAt}::timestamptz + interval '2 hours'), ${again.now.toISOString()}::timestamptz
    from reminders r where ${isIn(told)}
    order by r.schedule, regexp_replace(r.subject, ':[^:]*$', ''), r.person_id, r.valid_until desc
    on conflict (schedule, subject, person_id) do nothing`);
}

/** Keeps, for all that a message reminded of, that its person wants to hear no more of it. */
export async function declineReminder(tx: Tx, told: ToldReminder, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into reminders (schedule, subject, person_id, due_at, valid_until, state, reason, created_at)
    select distinct r.schedule, regexp_replace(r.subject, ':[^:]*$', ${`:${DECLINED}`}), r.person_id,
      ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz, 'suppressed', 'declined',
      ${now.toISOString()}::timestamptz
    from reminders r where ${isIn(told)}
    on conflict (schedule, subject, person_id) do nothing`);
}
