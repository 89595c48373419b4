import { type SQL, sql } from "drizzle-orm";
import type { OwnData } from "#src/domain/own-data.ts";
import type { OwnClass } from "./own-class.ts";

// What a mandate was, as changes keep it: an object by the chat, words in a row by the roster.
const kept = (column: SQL, key: string, place: number): SQL => sql`case when ${column} like '{%'
  then ${column}::jsonb->>${key}::text else nullif(split_part(${column}, ' ', ${place}::int4), '') end`;
const isWhole = (column: SQL): SQL => sql`(${column} like '{%' or ${column} like '% %')`;
const orgName = (id: SQL): SQL => sql`(select g.name from orgs g where g.id = (${id})::int8)`;
const side = (column: SQL, as: "Before" | "After"): SQL => {
  const name = (one: string) => sql.identifier(`${one}${as}`);
  const whole = isWhole(column);
  return sql`case when ${whole} then ${kept(column, "status", 1)} end ${name("status")},
    case when ${whole} then ${kept(column, "from", 2)} end ${name("from")},
    case when ${whole} then ${kept(column, "to", 3)} else ${column} end ${name("to")},
    case when ${whole} then coalesce(${orgName(kept(column, "groupId", 5))},
      ${orgName(kept(column, "townshipId", 4))}) end ${name("place")}`;
};

/** What the office keeps of a person: who he is, what he was elected and appointed to, and what became of it. */
export const OFFICE_ROWS = {
  person: (
    id,
    minute,
  ) => sql`select name, code, encode(phone, 'base64') phone, ${minute(sql`created_at`)} since
    from people where people.id = ${id}`,
  mandates: (id) => sql`select m.level, m.term, m.constituency, ${orgName(sql`m.group_id`)} "group",
    ${orgName(sql`m.township_id`)} township, ${orgName(sql`m.station_id`)} station, m.valid_from "from",
    m.valid_to "to", m.status from mandates m where m.person_id = ${id} order by m.valid_from, m.id`,
  suspensions: (id) => sql`select m.level, m.term, s.from_day "from", s.to_day "to" from suspensions s
    join mandates m on m.id = s.mandate_id where m.person_id = ${id} order by s.from_day`,
  changes: (
    id,
    minute,
  ) => sql`select c.change, c.on_day "on", ${side(sql`c.before`, "Before")}, ${side(sql`c.after`, "After")},
    encode(c.reason, 'base64') reason, ${minute(sql`c.at`)} "at", ${minute(sql`c.undone_at`)} undone
    from mandate_changes c join mandates m on m.id = c.mandate_id where m.person_id = ${id} order by c.id`,
  roles: (id) => sql`select r.role, ${orgName(sql`r.org_id`)} org, r.valid_from "from", r.valid_to "to"
    from staff_roles r where r.person_id = ${id} order by r.valid_from`,
  onCall: (id, minute) => sql`select ${minute(sql`since`)} since from on_call where person_id = ${id}`,
  // Its secret is left out: whoever gets hold of the copy would have the second factor as well.
  secondFactor: (id, minute) =>
    sql`select ${minute(sql`confirmed_at`)} since from second_factors where person_id = ${id}`,
} as const satisfies Partial<Record<keyof OwnData, OwnClass>>;
