import { type SQL, sql } from "drizzle-orm";
import type { OwnData } from "#src/domain/own-data.ts";
import type { Tx } from "../../client.ts";
import { leftBy } from "../conversations.ts";

type Minute = (at: SQL) => SQL;
type Class = (id: SQL, minute: Minute) => SQL;

// The conversations of a person, and what he left in others', for what hangs on nothing else.
const conversationsOf = (id: SQL): SQL =>
  sql`(select conversation from accounts where person_id = ${id} union all select ${leftBy(id)})`;

const DUTY = {
  person: (id, minute) => sql`select name, encode(phone, 'base64') phone, ${minute(sql`created_at`)} since
    from people where people.id = ${id}`,
  records: (
    id,
    minute,
  ) => sql`select number, starts_on "from", ends_on "to", place, narrative "text", ${minute(sql`filed_at`)} filed
    from duty_records where person_id = ${id} order by duty_records.id`,
  companions: (id) => sql`select r.number from record_companions c join duty_records r on r.id = c.record_id
    where c.person_id = ${id} order by r.id`,
  opinions: (id, minute) => sql`select number, place, "text", ${minute(sql`filed_at`)} filed
    from opinions where person_id = ${id} order by opinions.id`,
  suggestions: (id, minute) => sql`select number, title, "text", ${minute(sql`filed_at`)} filed
    from suggestions where person_id = ${id} order by suggestions.id`,
  cosigned: (id, minute) => sql`select s.number, ${minute(sql`c.at`)} "at" from cosigners c
    join suggestions s on s.id = c.suggestion_id where c.person_id = ${id} order by c.at`,
  attendances: (id) => sql`select a.number, a.title, a.on_day "on", t.status from attendances t
    join activities a on a.id = t.activity_id where t.person_id = ${id} order by a.on_day`,
  leaves: (
    id,
    minute,
  ) => sql`select a.number, l.reason, encode(l.note, 'base64') note, ${minute(sql`l.requested_at`)} asked
    from leaves l join activities a on a.id = l.activity_id where l.person_id = ${id} order by l.id`,
  submissions: (
    id,
    minute,
  ) => sql`select o.rule, o.period, encode(s.text, 'base64') "text", ${minute(sql`s.submitted_at`)} submitted
    from submissions s join obligations o on o.id = s.obligation_id where s.person_id = ${id} order by s.id`,
} as const satisfies Partial<Record<keyof OwnData, Class>>;

const TALK = {
  feedback: (id, minute) => sql`select "text", ${minute(sql`feedback.at`)} "at" from feedback
    where person_id = ${id} order by feedback.id`,
  contacts: (id) => sql`select o.number, encode(c.contact, 'base64') contact from opinion_contacts c
    join opinions o on o.id = c.opinion_id join people p on p.id = o.person_id
    where o.person_id = ${id} and p.kind = 'resident' order by o.id`,
  files: (id, minute) => sql`select t.name, t.size, ${minute(sql`t.created_at`)} "at" from attachments t
    where t.conversation in ${conversationsOf(id)} order by t.created_at, t.id`,
  messages: (
    id,
    minute,
  ) => sql`select encode(i.body, 'base64') "text", ${minute(sql`i.sent_at`)} "at" from inbox i
    where i.conversation in ${conversationsOf(id)} and i.body is not null order by i.id`,
  corrections: (id, minute) => sql`select encode(c.wish, 'base64') wish, ${minute(sql`c.asked_at`)} asked,
    encode(c.answer, 'base64') answer, ${minute(sql`c.answered_at`)} answered
    from corrections c where c.person_id = ${id} order by c.id`,
  consents: (
    id,
    minute,
  ) => sql`select case c.what when 'given' then '同意' else '撤回' end what, c.version, c.channel,
    ${minute(sql`c.at`)} "at" from consents c where c.person_id = ${id} order by c.id`,
  accounts: (
    id,
    minute,
  ) => sql`select channel, ${minute(sql`bound_at`)} bound, ${minute(sql`last_used_at`)} used,
    notice_version notice from accounts where person_id = ${id} order by accounts.id`,
} as const satisfies Partial<Record<keyof OwnData, Class>>;

const CLASSES: Readonly<Record<keyof OwnData, Class>> = { ...DUTY, ...TALK };

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
