import { sql } from "drizzle-orm";
import type { OwnData } from "#src/domain/own-data.ts";
import type { OwnClass } from "./own-class.ts";

/** What a person did, was called to and owed, with every change, notice, objection and decision. */
export const DUTY_ROWS = {
  records: (
    id,
    minute,
  ) => sql`select number, kind, starts_on "from", ends_on "to", place, counts::text counts, narrative "text",
    source, state, ${minute(sql`filed_at`)} filed
    from duty_records where person_id = ${id} order by duty_records.id`,
  recordChanges: (id, minute) => sql`select r.number, c.field, c.before, c.after, ${minute(sql`c.at`)} "at"
    from record_changes c join duty_records r on r.id = c.record_id where r.person_id = ${id} order by c.id`,
  companions: (id) => sql`select r.number, c.state from record_companions c
    join duty_records r on r.id = c.record_id where c.person_id = ${id} order by r.id`,
  opinions: (id, minute) => sql`select number, category, place, "text", state, ${minute(sql`filed_at`)} filed
    from opinions where person_id = ${id} order by opinions.id`,
  suggestions: (id, minute) => sql`select number, title, "text", state, ${minute(sql`filed_at`)} filed
    from suggestions where person_id = ${id} order by suggestions.id`,
  cosigned: (id, minute) => sql`select s.number, ${minute(sql`c.at`)} "at" from cosigners c
    join suggestions s on s.id = c.suggestion_id where c.person_id = ${id} order by c.at`,
  attendances: (id, minute) => sql`select a.number, a.title, a.on_day "on", t.answer,
    ${minute(sql`t.answered_at`)} answered, t.foretold, t.foretold_minutes "foretoldMinutes", t.status, t.minutes, ${minute(sql`t.checked_in_at`)} "checkedIn",
    ${minute(sql`t.marked_at`)} marked
    from (select activity_id, answer, answered_at, foretold, foretold_minutes, status, minutes, checked_in_at, marked_at from attendances
        where person_id = ${id} union all
      select activity_id, answer, answered_at, null, null, 'expected', null, null, null from lapsed_calls
        where person_id = ${id}) t join activities a on a.id = t.activity_id order by a.on_day`,
  told: (id, minute) => sql`select a.number, n.way, ${minute(sql`n.delivered_at`)} delivered from notices n
    join activities a on a.id = n.activity_id join mandates m on m.id = n.mandate_id
    where m.person_id = ${id} order by n.id`,
  leaves: (id, minute) => sql`select a.number, l.reason, encode(l.note, 'base64') note,
    ${minute(sql`l.requested_at`)} asked, l.state, ${minute(sql`l.decided_at`)} decided, l.decision_note decision
    from leaves l join activities a on a.id = l.activity_id where l.person_id = ${id} order by l.id`,
  absences: (id, minute) => sql`select a.number, concat_ws(' ', n.cite->>'source', n.cite->>'article') "rule",
    n.level, ${minute(sql`n.created_at`)} "at", ${minute(sql`n.told_at`)} told, n.told_way way, encode(n.objection, 'base64') objection,
    ${minute(sql`n.objected_at`)} objected, ${minute(sql`n.objection_decided_at`)} decided,
    ${minute(sql`n.withdrawn_at`)} withdrawn, ${minute(sql`n.handled_at`)} handled, n.handling
    from absence_notices n join activities a on a.id = n.activity_id where n.person_id = ${id} order by n.id`,
  obligations: (
    id,
    minute,
  ) => sql`select title, period, due_on due, state, ${minute(sql`submitted_at`)} submitted
    from obligations where person_id = ${id} order by obligations.id`,
  submissions: (id, minute) => sql`select o.title, o.period, encode(s.text, 'base64') "text",
    ${minute(sql`s.submitted_at`)} submitted, s.decision, ${minute(sql`s.decided_at`)} decided, s.note
    from submissions s join obligations o on o.id = s.obligation_id where s.person_id = ${id} order by s.id`,
} as const satisfies Partial<Record<keyof OwnData, OwnClass>>;
