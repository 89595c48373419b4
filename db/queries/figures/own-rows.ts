import { type SQL, sql } from "drizzle-orm";
import type { OwnData } from "#src/domain/own-data.ts";
import type { Tx } from "../../client.ts";
import { leftBy } from "../conversations.ts";
import { DUTY_ROWS } from "./own-duty-rows.ts";
import { OFFICE_ROWS } from "./own-office-rows.ts";
import type { Minute, OwnClass } from "./own-class.ts";

// The conversations of a person, and what he left in others', for what hangs on nothing else.
const conversationsOf = (id: SQL): SQL =>
  sql`(select conversation from accounts where person_id = ${id} union all select ${leftBy(id)})`;

const TALK = {
  feedback: (id, minute) => sql`select "text", ${minute(sql`feedback.at`)} "at" from feedback
    where person_id = ${id} order by feedback.id`,
  contacts: (id) => sql`select o.number, encode(c.contact, 'base64') contact from opinion_contacts c
    join opinions o on o.id = c.opinion_id join people p on p.id = o.person_id
    where o.person_id = ${id} and p.kind = 'resident' order by o.id`,
  files: (
    id,
    minute,
  ) => sql`select t.name, t.size, ${minute(sql`t.created_at`)} "at", t.id path from attachments t
    where t.conversation in ${conversationsOf(id)} order by t.created_at, t.id`,
  messages: (
    id,
    minute,
  ) => sql`select encode(i.body, 'base64') "text", ${minute(sql`i.sent_at`)} "at" from inbox i
    where i.conversation in ${conversationsOf(id)} and i.body is not null order by i.id`,
  received: (
    id,
    minute,
  ) => sql`select encode(o.body, 'base64') "text", ${minute(sql`o.created_at`)} "at" from outbox o
    where o.conversation in ${conversationsOf(id)} and o.status = 'sent' and o.body is not null
      and o.kind not in ('contact.shown', 'sure.contact', 'data.corrections') order by o.id`,
  sent: (
    id,
    minute,
  ) => sql`select o.status, count(*)::int4 "count", ${minute(sql`min(o.created_at)`)} "first",
    ${minute(sql`max(o.created_at)`)} "last" from outbox o where o.conversation in ${conversationsOf(id)}
    group by o.status order by o.status`,
  reminders: (id) => sql`select state, count(*)::int4 "count" from reminders where person_id = ${id}
    group by state order by state`,
  exports: (id, minute) => sql`select status, ${minute(sql`created_at`)} asked, ${minute(sql`done_at`)} done
    from tasks where person_id = ${id} order by tasks.id`,
  corrections: (id, minute) => sql`select encode(c.wish, 'base64') wish, ${minute(sql`c.asked_at`)} asked,
    encode(c.answer, 'base64') answer, ${minute(sql`c.answered_at`)} answered
    from corrections c where c.person_id = ${id} order by c.id`,
  consents: (id, minute) => sql`select c.what, c.version, c.channel,
    ${minute(sql`c.at`)} "at" from consents c where c.person_id = ${id} order by c.id`,
  accounts: (
    id,
    minute,
  ) => sql`select channel, ${minute(sql`bound_at`)} bound, ${minute(sql`last_used_at`)} used,
    notice_version notice from accounts where person_id = ${id} order by accounts.id`,
} as const satisfies Partial<Record<keyof OwnData, OwnClass>>;

const CLASSES: Readonly<Record<keyof OwnData, OwnClass>> = { ...OFFICE_ROWS, ...DUTY_ROWS, ...TALK };

/**
 * All rows about one person, in one statement; what is sealed comes as base64, and times as YYYY-MM-DD HH:MM in the
 * district's time zone.
 */
export async function listOwnRows(tx: Tx, personId: number, zone: string): Promise<OwnData> {
  const id = sql`${personId}::int8`;
  const minute: Minute = (at) => sql`to_char(${at} at time zone ${zone}::text, 'YYYY-MM-DD HH24:MI')`;
  const columns = Object.entries(CLASSES).map(
    ([name, rows]) =>
      sql`${name}::text, (select coalesce(json_agg(row_to_json(x)), '[]') from (${rows(id, minute)}) x)`,
  );
  const [row] = await tx.execute<{ data: string }>(
    sql`select json_build_object(${sql.join(columns, sql`, `)})::text "data"`,
  );
  return JSON.parse(row?.data ?? "{}") as OwnData;
}
