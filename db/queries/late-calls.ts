import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { attendances, notices } from "../schema/activities.ts";
import { isCalledInOffice } from "./called-in-office.ts";
import { isInOffice } from "./in-office.ts";
import { orgsOfMandate } from "./in-scope.ts";

/**
 * Takes people out of what is planned for days on which the mandate that it concerned is no longer exercised, by
 * themselves or under the next one of a session that goes on. What was answered is kept for whoever is called again.
 */
export async function deleteLapsedCalls(tx: Tx, people: readonly number[], now: Date): Promise<void> {
  await tx.execute(sql`
    with lapsed as (delete from attendances t using activities a
    where a.id = t.activity_id and t.person_id = any(${sql.param([...people])}::int8[])
      and a.state = 'planned' and a.starts_at > ${now.toISOString()}::timestamptz
      and not ${isCalledInOffice(sql`t`)}
      returning t.activity_id, t.person_id, t.answer, t.answered_at, t.called_at)
    insert into lapsed_calls (activity_id, person_id, answer, answered_at, called_at) select * from lapsed`);
}

/** Somebody who belongs by now to an organisation for which an activity was planned before. */
export type LateCall = {
  readonly activityId: number;
  readonly personId: number;
  readonly mandateId: number;
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly content: string | null;
  readonly startsAt: Date;
  /** The session of a sitting. */
  readonly sessionId: number | null;
  /** The call that lapsed before, where there was one: which it was, and what was answered to it and still holds. */
  readonly lapsed: LapsedCall | null;
};

type LapsedCall = {
  readonly id: number;
  readonly answer: "coming" | "leave" | null;
  readonly answeredAt: Date | null;
  readonly calledAt: Date | null;
};

type Row = {
  activity_id: string;
  person_id: string;
  mandate_id: string;
  number: string;
  title: string;
  place: string | null;
  content: string | null;
  starts_at: string;
  session_id: string | null;
  lapsed_id: string | null;
  answer: "coming" | "leave" | null;
  answered_at: string | null;
  called_at: string | null;
};

// An answer from before the activity was moved was to another day; leave that was refused meanwhile is none.
const HOLDS = sql`(a.moved_at is null or l.answered_at >= a.moved_at) and (l.answer = 'coming' or exists (
  select 1 from leaves w where w.activity_id in (a.id, a.session_id) and w.person_id = l.person_id
    and w.state in ('pending', 'approved')))`;

/** What lies ahead of people in the organisations they sit in by now, and to which nobody has called them; soonest first. */
export async function listLateCalls(tx: Tx, people: readonly number[], now: Date): Promise<LateCall[]> {
  const rows = await tx.execute<Row>(sql`
    select c.*, l.id::text lapsed_id, case when ${HOLDS} then l.answer end answer, l.answered_at, l.called_at from (
      select distinct on (a.id, m.person_id) a.id, a.id::text activity_id, m.person_id::text, m.id::text mandate_id,
        a.number, a.title, a.place, a.content, a.starts_at, a.session_id::text
      from mandates m join org_tree s on s.descendant_id in ${orgsOfMandate}
        join activities a on a.org_id = s.ancestor_id join orgs o on o.id = a.org_id
      where m.person_id = any(${sql.param([...people])}::int8[]) and a.state = 'planned'
        and not a.held_back and a.starts_at > ${now.toISOString()}::timestamptz and ${isInOffice(sql`a.on_day`)}
        and case when o.kind = 'district' then m.level = 'district'
          else (a.kind <> 'congress_session' and a.session_id is null) or m.level = 'township' end
        and not exists (select 1 from attendances t where t.activity_id = a.id and t.person_id = m.person_id)
      order by a.id, m.person_id, m.level, m.id) c
    join activities a on a.id = c.id
    left join lateral (select * from lapsed_calls l where l.activity_id = c.id and l.person_id = c.person_id::int8
      order by l.id desc limit 1) l on true
    order by a.starts_at, a.id`);
  return rows.map((row) => ({
    activityId: Number(row.activity_id),
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
    number: row.number,
    title: row.title,
    place: row.place,
    content: row.content,
    startsAt: new Date(row.starts_at),
    sessionId: row.session_id === null ? null : Number(row.session_id),
    lapsed: toLapsed(row),
  }));
}

const at = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

function toLapsed({ lapsed_id: id, answer, answered_at, called_at }: Row): LapsedCall | null {
  if (id === null) return null;
  return { id: Number(id), answer, answeredAt: at(answered_at), calledAt: at(called_at) };
}

/**
 * Calls them, in place of calls that lapsed, each with a notice that the message of this key will prove; a null key: another call's notice speaks for
 * it. What was said before `calledAt` proves nothing.
 */
export async function insertLateCalls(
  tx: Tx,
  calls: readonly (LateCall & { readonly outboxKey: string | null; readonly calledAt: Date | null })[],
): Promise<void> {
  if (calls.length === 0) return;
  await tx.insert(attendances).values(
    calls.map(({ activityId, mandateId, personId, lapsed, calledAt }) => ({
      activityId,
      mandateId,
      personId,
      answer: lapsed?.answer ?? null,
      answeredAt: lapsed?.answeredAt ?? null,
      calledAt,
    })),
  );
  const again = calls.flatMap(({ lapsed }) => (lapsed === null ? [] : [lapsed.id]));
  await tx.execute(sql`delete from lapsed_calls where id = any(${sql.param(again)}::int8[])`);
  const told = calls.flatMap(({ outboxKey, activityId, mandateId }) =>
    outboxKey === null ? [] : [{ activityId, mandateId, way: "chat" as const, outboxKey }],
  );
  if (told.length > 0) await tx.insert(notices).values(told).onConflictDoNothing();
}
