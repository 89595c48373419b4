import { sql } from "drizzle-orm";
import type { ActivityFact, AttendanceFacts } from "#src/domain/attendance/attendance-facts.ts";
import { joinMandates, type TermSpan } from "#src/domain/attendance/join-mandates.ts";
import type { Tx } from "../client.ts";
import { leaveOf, leaveThatCounts } from "./leaves.ts";

/** An activity as it concerned one deputy, with what people call it. */
export type AttendedActivity = ActivityFact & {
  readonly id: number;
  readonly mandateId: number;
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  /** ISO 8601. */
  readonly startsAt: string;
};

/** All that the rules on absence ask about one deputy in one congress, over every mandate held there. */
export type DeputyAttendance = {
  readonly personId: number;
  readonly name: string;
  /** The office's own number, and the group of the seat held last: they tell people of one name apart. */
  readonly code: string | null;
  readonly group: string | null;
  readonly level: "district" | "township";
  readonly facts: Omit<AttendanceFacts, "activities"> & { readonly activities: readonly AttendedActivity[] };
};

type Row = {
  person_id: string;
  name: string;
  code: string | null;
  group: string | null;
  level: "district" | "township";
  mandates: string;
  suspensions: string;
  activities: string;
};

/**
 * SQL: notice of the activity `a` to the mandate of the attendance `t` is on record: the deputy answered, staff told
 * him or her by phone or on paper, or the message was delivered; all of it before it began and after day, time or place
 * changed last. Notice of a session is notice of its sittings.
 */
export const isNotified = sql`(exists (select 1 from attendances y where y.activity_id in (a.id, a.session_id)
    and y.mandate_id = t.mandate_id and y.answered_at <= a.starts_at and (a.moved_at is null or y.answered_at >= a.moved_at))
  or exists (select 1 from notices n left join outbox o on o.key = n.outbox_key and o.status = 'sent'
  where n.activity_id in (a.id, a.session_id) and n.mandate_id = t.mandate_id
    and (a.moved_at is null or coalesce(n.delivered_at, o.sent_at) >= a.moved_at)
    and coalesce(n.delivered_at, o.sent_at) <= a.starts_at))`;

const chains = (mandateIds: readonly number[]) => sql`
  select distinct m.person_id, m.level from mandates m where m.id = any(${sql.param([...mandateIds])}::int8[])`;

/**
 * The attendance of the deputies who hold these mandates, each person once per congress, in one statement. A mandate
 * before or after one of these belongs to the same deputy: absences do not end with a term unless the rule says so.
 * Nobody was absent from a session that was called off, whichever of its sittings had been held.
 */
export async function listAttendanceFacts(
  tx: Tx,
  mandateIds: readonly number[],
): Promise<readonly DeputyAttendance[]> {
  if (mandateIds.length === 0) return [];
  const rows = await tx.execute<Row>(sql`
    with chain as (${chains(mandateIds)}),
    held as (select m.* from chain c join mandates m on m.person_id = c.person_id and m.level = c.level)
    select c.person_id::text, p.name, p.code, c.level,
      (select g.name from held h join orgs g on g.id = h.group_id where h.person_id = c.person_id and h.level = c.level
        order by h.valid_from desc, h.id desc limit 1) "group",
      (select json_agg(json_build_object('from', h.valid_from, 'to', h.valid_to, 'term', h.term) order by h.id)
        from held h where h.person_id = c.person_id and h.level = c.level)::text mandates,
      coalesce((select json_agg(json_build_object('from', s.from_day, 'to', s.to_day))
        from held h join suspensions s on s.mandate_id = h.id
        where h.person_id = c.person_id and h.level = c.level), '[]')::text suspensions,
      coalesce((select json_agg(json_build_object('id', a.id, 'mandateId', t.mandate_id, 'number', a.number,
          'title', a.title, 'place', a.place, 'startsAt', a.starts_at, 'kind', a.kind, 'date', a.on_day,
          'final', a.state = 'final', 'status', t.status, 'leave', ${leaveThatCounts}, 'session', a.session_id, 'notified', ${isNotified},
          'attended', t.minutes, 'held', a.minutes))
        from held h join attendances t on t.mandate_id = h.id join activities a on a.id = t.activity_id
          left join lateral (${leaveOf}) l on true
        where h.person_id = c.person_id and h.level = c.level and a.state <> 'cancelled' and not exists (
          select 1 from activities s where s.id = a.session_id and s.state = 'cancelled')), '[]')::text activities
    from chain c join people p on p.id = c.person_id
    order by c.person_id, c.level`);
  return rows.map(toDeputyAttendance);
}

/** An activity as it is listed: minutes that are not on record are null. */
type Listed = Omit<AttendedActivity, "minutes"> & {
  readonly attended: number | null;
  readonly held: number | null;
};

const toAttended = ({ attended, held, ...rest }: Listed): AttendedActivity =>
  attended === null || held === null ? rest : { ...rest, minutes: { attended, held } };

function toDeputyAttendance({
  person_id: personId,
  name,
  code,
  group,
  level,
  ...lists
}: Row): DeputyAttendance {
  return {
    personId: Number(personId),
    name,
    code,
    group,
    level,
    facts: {
      mandates: joinMandates(JSON.parse(lists.mandates) as readonly TermSpan[]),
      suspensions: JSON.parse(lists.suspensions) as AttendanceFacts["suspensions"],
      activities: (JSON.parse(lists.activities) as readonly Listed[]).map(toAttended),
    },
  };
}

/**
 * Locks what is judged about these deputies until the transaction ends, in one order for everybody: two corrections
 * of different activities never judge past each other.
 */
export async function claimJudgement(tx: Tx, mandateIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    select 1 from mandates m join (${chains(mandateIds)}) c on c.person_id = m.person_id and c.level = m.level
    order by m.id for no key update of m`);
}
