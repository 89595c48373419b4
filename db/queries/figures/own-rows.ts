import { type SQL, sql } from "drizzle-orm";
import type { OwnData } from "#src/domain/own-data.ts";
import type { Tx } from "../../client.ts";

const CLASSES = {
  person: (id) => sql`select name, encode(phone, 'base64') phone, ${minute(sql`created_at`)} since
    from people where people.id = ${id}`,
  records: (
    id,
  ) => sql`select number, starts_on "from", ends_on "to", place, narrative "text", ${minute(sql`filed_at`)} filed
    from duty_records where person_id = ${id} order by duty_records.id`,
  companions: (id) => sql`select r.number from record_companions c join duty_records r on r.id = c.record_id
    where c.person_id = ${id} order by r.id`,
  opinions: (id) => sql`select number, place, "text", ${minute(sql`filed_at`)} filed
    from opinions where person_id = ${id} order by opinions.id`,
  suggestions: (id) => sql`select number, title, "text", ${minute(sql`filed_at`)} filed
    from suggestions where person_id = ${id} order by suggestions.id`,
  cosigned: (id) => sql`select s.number, ${minute(sql`c.at`)} "at" from cosigners c
    join suggestions s on s.id = c.suggestion_id where c.person_id = ${id} order by c.at`,
  attendances: (id) => sql`select a.number, a.title, a.on_day "on", t.status from attendances t
    join activities a on a.id = t.activity_id where t.person_id = ${id} order by a.on_day`,
  leaves: (
    id,
  ) => sql`select a.number, l.reason, encode(l.note, 'base64') note, ${minute(sql`l.requested_at`)} asked
    from leaves l join activities a on a.id = l.activity_id where l.person_id = ${id} order by l.id`,
  submissions: (
    id,
  ) => sql`select o.rule, o.period, encode(s.text, 'base64') "text", ${minute(sql`s.submitted_at`)} submitted
    from submissions s join obligations o on o.id = s.obligation_id where s.person_id = ${id} order by s.id`,
  feedback: (id) => sql`select "text", ${minute(sql`feedback.at`)} "at" from feedback
    where person_id = ${id} order by feedback.id`,
  accounts: (id) => sql`select channel, ${minute(sql`bound_at`)} bound, ${minute(sql`last_used_at`)} used,
    notice_version notice from accounts where person_id = ${id} order by accounts.id`,
} as const satisfies Record<keyof OwnData, (id: SQL) => SQL>;

// To the minute, in the zone of every district.
const minute = (at: SQL): SQL => sql`to_char(${at} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`;

/** All rows about one person, in one statement; what is sealed comes as base64. */
export async function listOwnRows(tx: Tx, personId: number): Promise<OwnData> {
  const id = sql`${personId}::int8`;
  const columns = Object.entries(CLASSES).map(
    ([name, rows]) =>
      sql`${name}::text, (select coalesce(json_agg(row_to_json(x)), '[]') from (${rows(id)}) x)`,
  );
  const [row] = await tx.execute<{ data: string }>(
    sql`select json_build_object(${sql.join(columns, sql`, `)})::text "data"`,
  );
  return JSON.parse(row?.data ?? "{}") as OwnData;
}
