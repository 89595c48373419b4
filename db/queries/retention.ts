import { type SQL, sql } from "drizzle-orm";
import type { Erasure } from "#src/domain/retention.ts";
import type { Tx } from "../client.ts";

/** Where a class of data lies, from when on its time counts, what is left alone, and what of it goes. */
type Place = {
  readonly table: string;
  /** The column by whose time a row is old. */
  readonly at: string;
  /** True for rows that may be erased; a message on its way never is. */
  readonly where: (before: SQL) => SQL;
  /** The column that is emptied; without it the row goes. */
  readonly empty?: string;
  /** What is put instead of it in columns that always say something. */
  readonly also?: SQL;
};

/** SQL: the file `t` belongs to nothing, or to something that was taken back. */
export const isLoose = sql`((t.record_id is null and t.opinion_id is null and t.submission_id is null)
  or exists (select 1 from duty_records r where r.id = t.record_id and r.state = 'withdrawn')
  or exists (select 1 from opinions o where o.id = t.opinion_id and o.state = 'withdrawn'))`;

/** SQL: the leave `t` says why it was asked for, in words or by its kind: that somebody was ill is sensitive, too. */
export const saysWhy = sql`(t.note is not null or t.reason <> 'other')`;

/** SQL: somebody holds a mandate or a staff role, or held one on a day or later. */
export const isServing = (personId: SQL, day: SQL): SQL => sql`(
  exists (select 1 from mandates m where m.person_id = ${personId} and (m.valid_to is null or m.valid_to >= ${day}))
  or exists (select 1 from staff_roles r where r.person_id = ${personId} and (r.valid_to is null or r.valid_to >= ${day})))`;

const PLACES: Readonly<Record<Erasure, Place>> = {
  raw_texts: {
    table: "inbox",
    at: "received_at",
    where: () => sql`t.body is not null and t.status <> 'waiting'`,
    empty: "body",
  },
  sent_texts: {
    table: "outbox",
    at: "created_at",
    where: () => sql`t.body is not null and t.status not in ('new', 'sending')`,
    empty: "body",
  },
  buttons: { table: "choices", at: "created_at", where: () => sql`true` },
  // The newest of each conversation stays without its words: it keeps the count, and numbers never begin again.
  mailbox: {
    table: "web_messages",
    at: "at",
    where: () =>
      sql`exists (select 1 from web_messages w where w.conversation = t.conversation and w.seq > t.seq)`,
  },
  last_words: { table: "web_messages", at: "at", where: () => sql`t.body is not null`, empty: "body" },
  files: { table: "attachments", at: "created_at", where: () => isLoose },
  message_ids: { table: "inbox", at: "received_at", where: () => sql`t.status <> 'waiting'` },
  // What proves that a deputy was told of an activity stays until the notice itself says so.
  sent_ids: {
    table: "outbox",
    at: "created_at",
    where: () => sql`t.status not in ('new', 'sending')
      and not exists (select 1 from notices n where n.outbox_key = t.key and n.delivered_at is null)`,
  },
  reminders: { table: "reminders", at: "created_at", where: () => sql`t.state <> 'waiting'` },
  runs: { table: "occurrences", at: "ran_at", where: () => sql`true` },
  tasks: { table: "tasks", at: "created_at", where: () => sql`t.status <> 'waiting'` },
  idle_dialogs: { table: "dialogs", at: "updated_at", where: () => sql`true` },
  residents: {
    table: "accounts",
    at: "last_used_at",
    where: (before) => sql`exists (select 1 from people p where p.id = t.person_id and p.kind = 'resident')
      and not exists (select 1 from outbox o where o.conversation = t.conversation and o.created_at >= ${before})`,
  },
  contacts: { table: "opinion_contacts", at: "created_at", where: () => sql`true` },
  opinion_files: {
    table: "attachments",
    at: "created_at",
    where: () => sql`t.opinion_id is not null and t.record_id is null and t.submission_id is null`,
  },
  shown_contacts: {
    table: "outbox",
    at: "created_at",
    where: () =>
      sql`t.kind in ('contact.shown', 'sure.contact') and t.body is not null and t.status not in ('new', 'sending')`,
    empty: "body",
  },
  mailed_contacts: {
    table: "web_messages",
    at: "at",
    where: () => sql`t.kind in ('contact.shown', 'sure.contact') and t.body is not null`,
    empty: "body",
  },
  leave_notes: {
    table: "leaves",
    at: "requested_at",
    where: (before) => sql`${saysWhy}
      and exists (select 1 from activities a where a.id = t.activity_id and a.starts_at < ${before})`,
    empty: "note",
    also: sql`reason = 'other'`,
  },
  objections: {
    table: "absence_notices",
    at: "objection_decided_at",
    where: () => sql`t.objected_at is not null and t.objection is not null`,
    empty: "objection",
  },
  submissions: {
    table: "submissions",
    at: "decided_at",
    where: () => sql`t.text is not null`,
    empty: "text",
  },
  handed_files: {
    table: "attachments",
    at: "created_at",
    where: (before) => sql`t.submission_id is not null and not exists (select 1 from submissions s
      where s.id = t.submission_id and (s.decision is null or s.decided_at >= ${before}))`,
  },
  phones: {
    table: "people",
    at: "created_at",
    where: (before) => sql`t.phone is not null and not ${isServing(sql`t.id`, sql`(${before})::date`)}`,
    empty: "phone",
  },
  corrections: { table: "corrections", at: "answered_at", where: () => sql`true` },
  feedback: { table: "feedback", at: "closed_at", where: () => sql`t.state = 'done'` },
  codes: { table: "invites", at: "expires_at", where: () => sql`true` },
  sessions: { table: "sessions", at: "ended_at", where: () => sql`true` },
  factors: {
    table: "second_factors",
    at: "made_at",
    where: (before) => sql`not ${isServing(sql`t.person_id`, sql`(${before})::date`)}`,
  },
  guesses: { table: "code_attempts", at: "at", where: () => sql`true` },
};

/** One batch of what was erased: how many rows, and the time of the newest, from which the next batch goes on. */
export type ErasedBatch = { readonly rows: number; readonly last: Date | undefined };

/**
 * Erases up to `limit` rows of a class that are older than `before`, the oldest first, from `from` on. What somebody
 * else holds is passed over and waits for the next night.
 */
export async function eraseBatch(
  tx: Tx,
  erasure: Erasure,
  { before, from, limit }: { readonly before: Date; readonly from: Date | undefined; readonly limit: number },
): Promise<ErasedBatch> {
  const { table, at, where, empty, also } = PLACES[erasure];
  const [rows, time] = [sql.identifier(table), sql`t.${sql.identifier(at)}`];
  const end = sql`${before.toISOString()}::timestamptz`;
  const begin = from === undefined ? sql`true` : sql`${time} >= ${from.toISOString()}::timestamptz`;
  const old = sql`with old as (select t.ctid as place, ${time} as age from ${rows} t
    where ${time} < ${end} and ${begin} and ${where(end)} order by ${time} limit ${limit} for update of t skip locked)`;
  const and = also === undefined ? sql`` : sql`, ${also}`;
  const erase =
    empty === undefined
      ? sql`delete from ${rows} t using old where t.ctid = old.place returning old.age`
      : sql`update ${rows} t set ${sql.identifier(empty)} = null${and} from old where t.ctid = old.place returning old.age`;
  const [found] = await tx.execute<{ n: number; last: string | null }>(
    sql`${old}, gone as (${erase}) select count(*)::int n, max(age) as last from gone`,
  );
  const last = found?.last ?? undefined;
  return { rows: found?.n ?? 0, last: last === undefined ? undefined : new Date(last) };
}
