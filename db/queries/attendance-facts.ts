import { type SQL, sql } from "drizzle-orm";
import type { ActivityFact, AttendanceFacts } from "#src/domain/attendance/attendance-facts.ts";
import { missedOnce } from "#src/domain/attendance/missed-once.ts";
import { joinMandates } from "#src/domain/attendance/join-mandates.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { HeldSpan } from "#src/domain/mandate-chains.ts";
import type { Tx } from "../client.ts";
import { arrivedAt } from "./arrived-at.ts";
import { leaveOf, leaveThatCounts } from "./leaves.ts";
import { attendedIn, FROM_NOTED, goesByDay, isNotable, withNoted } from "./notable-attendance.ts";

/** An activity as it concerned one deputy, with what people call it. */
export type AttendedActivity = ActivityFact & {
  readonly id: number;
  readonly mandateId: number;
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  /** ISO 8601. */
  readonly startsAt: string;
  /** A session, which is counted by those of its sittings that the deputy was called to. */
  readonly bySittings: boolean;
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

// SQL: since when what was said and answered about an activity may prove notice to the attendance `t`.
const provesSince = (activity: SQL): SQL =>
  sql`coalesce(greatest(${activity}.moved_at, t.called_at), '-infinity')`;

// SQL: notice of an activity to the mandate of the attendance `t` is on record, all by itself or by its session.
const isToldOf = (activity: SQL): SQL => sql`(exists (select 1 from attendances y
    where y.activity_id in (${activity}.id, ${activity}.session_id) and y.mandate_id = t.mandate_id
    and y.answered_at <= ${activity}.starts_at and y.answered_at >= ${provesSince(activity)})
  or exists (select 1 from notices n left join outbox o on o.key = n.outbox_key
  where n.activity_id in (${activity}.id, ${activity}.session_id) and n.mandate_id = t.mandate_id
    and coalesce(n.delivered_at, ${arrivedAt}) >= ${provesSince(activity)}
    and coalesce(n.delivered_at, ${arrivedAt}) <= ${activity}.starts_at))`;

/**
 * SQL: notice of the activity `a` to the mandate of the attendance `t` is on record: the deputy answered, staff told
 * him or her by phone or on paper, or the message was delivered; all of it before it began and after day, time or place
 * changed last, or the deputy was called again. Notice of a session is notice of its sittings, and a session is announced where one of the sittings
 * that it may have been missed by is: a sitting that was moved must be announced anew.
 */
export const isNotified = sql`(case when a.session_id is null and exists (select 1 from activities b
      join attendances u on u.activity_id = b.id and u.mandate_id = t.mandate_id
      where b.session_id = a.id and b.state <> 'cancelled')
  then exists (select 1 from activities b
      join attendances u on u.activity_id = b.id and u.mandate_id = t.mandate_id
      where b.session_id = a.id and b.state <> 'cancelled' and (t.status <> 'absent' or u.status in ('absent', 'expected'))
        and ${isToldOf(sql`b`)})
  else ${isToldOf(sql`a`)} end)`;

const chains = (mandateIds: readonly number[]) => sql`
  select distinct m.person_id, m.level from mandates m where m.id = any(${sql.param([...mandateIds])}::int8[])`;

/**
 * The attendance of the deputies who hold these mandates, each person once per congress, in one statement. A mandate
 * before or after one of these belongs to the same deputy: absences do not end with a term unless the rule says so.
 * Nobody was absent from a session that was called off, whichever of its sittings had been held, nor twice from one that
 * stands in the books twice. With `notableIn`,
 * only the notable attendance of that stretch, and those whose it is (`figures/plain-attendance.ts` tells the rest).
 */
export async function listAttendanceFacts(
  tx: Tx,
  mandateIds: readonly number[],
  notableIn?: FigurePeriod,
): Promise<readonly DeputyAttendance[]> {
  if (mandateIds.length === 0) return [];
  const [source, isWanted] =
    notableIn === undefined ? [ALL, sql`true`] : [notedIn(notableIn, mandateIds), isNotable];
  const noted = notableIn !== undefined && goesByDay(mandateIds) ? withNoted(notableIn) : sql``;
  // `is true` has the few looked up in a list of them, instead of each of the many compared with every one.
  const isShown =
    notableIn === undefined ? sql`true` : sql`(h.person_id in (select a.person_id from attended a)) is true`;
  const rows = await tx.execute<Row>(sql`
    with chain as (${chains(mandateIds)}),
    held as materialized (select m.* from chain c join mandates m on m.person_id = c.person_id and m.level = c.level),
    ${noted}
    attended as materialized (
      select h.person_id, h.level, json_agg(json_build_object('id', a.id, 'mandateId', t.mandate_id, 'number', a.number,
          'title', a.title, 'place', a.place, 'startsAt', a.starts_at, 'kind', a.kind, 'date', a.on_day,
          'final', a.state = 'final', 'status', t.status, 'leave', ${leaveThatCounts}, 'session', a.session_id, 'notified', ${isNotified},
          'attended', t.minutes, 'held', a.minutes, 'bySittings', ${isBySittings}) order by a.on_day, a.id, h.id)::text list
      ${source} left join lateral (${leaveOf}) l on true
      where a.state <> 'cancelled' and not exists (
          select 1 from activities s where s.id = a.session_id and s.state = 'cancelled') and ${isWanted}
      group by 1, 2),
    seats as (
      select h.person_id, h.level, (array_agg(h.group_id order by h.valid_from desc, h.id desc))[1] group_id,
        json_agg(json_build_object('from', h.valid_from, 'to', h.valid_to, 'term', h.term, 'status', h.status) order by h.id)::text spans
      from held h where ${isShown} group by 1, 2),
    -- What rests is a mandate: whoever is elected again is in office again.
    suspended as (
      select h.person_id, h.level, json_agg(json_build_object('from', s.from_day, 'to', least(s.to_day, h.valid_to)))::text spans
      from held h join suspensions s on s.mandate_id = h.id group by 1, 2)
    select c.person_id::text, p.name, p.code, c.level, g.name "group", s.spans mandates,
      coalesce(o.spans, '[]') suspensions, coalesce(a.list, '[]') activities
    from seats s join chain c on (c.person_id, c.level) = (s.person_id, s.level) join people p on p.id = c.person_id
      left join orgs g on g.id = s.group_id
      left join suspended o on (o.person_id, o.level) = (c.person_id, c.level)
      left join attended a on (a.person_id, a.level) = (c.person_id, c.level)
    order by c.person_id, c.level`);
  return rows.map(toDeputyAttendance);
}

const notedIn = (period: FigurePeriod, mandateIds: readonly number[]): SQL =>
  goesByDay(mandateIds) ? FROM_NOTED : attendedIn(period, mandateIds);

const ALL = sql`from held h join attendances t on t.mandate_id = h.id join activities a on a.id = t.activity_id`;

// Of a session the deputy was called to sittings too, of this congress.
const isBySittings = sql`(a.session_id is null and exists (
  select 1 from activities s join attendances y on y.activity_id = s.id and y.person_id = h.person_id
    join mandates k on k.id = y.mandate_id and k.level = h.level
  where s.session_id = a.id and s.state <> 'cancelled'))`;

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
      mandates: joinMandates(JSON.parse(lists.mandates) as readonly HeldSpan[]),
      suspensions: JSON.parse(lists.suspensions) as AttendanceFacts["suspensions"],
      activities: missedOnce((JSON.parse(lists.activities) as readonly Listed[]).map(toAttended)),
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
