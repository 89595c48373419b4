import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { attendances, notices } from "../schema/activities.ts";
import { isInOffice } from "./in-office.ts";
import { orgsOfMandate } from "./in-scope.ts";
import { isConcerned } from "./is-concerned.ts";

/**
 * Takes people out of what is planned for days on which the mandate that it concerned is no longer exercised. A session
 * that began under one mandate goes on under the next of the same congress.
 */
export async function deleteLapsedCalls(tx: Tx, people: readonly number[], now: Date): Promise<void> {
  await tx.execute(sql`
    delete from attendances t using activities a, mandates h
    where a.id = t.activity_id and h.id = t.mandate_id and t.person_id = any(${sql.param([...people])}::int8[])
      and a.state = 'planned' and a.starts_at > ${now.toISOString()}::timestamptz
      and not exists (select 1 from mandates m where m.person_id = t.person_id and ${isInOffice(sql`a.on_day`)}
        and (m.id = h.id or (m.level = h.level and ${isConcerned}
          and (a.kind = 'congress_session' or a.session_id is not null))))`);
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
  /** A sitting: the call to its session speaks for it. */
  readonly isSitting: boolean;
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
  sitting: boolean;
};

/** What lies ahead of people in the organisations they sit in by now, and to which nobody has called them. */
export async function listLateCalls(tx: Tx, people: readonly number[], now: Date): Promise<LateCall[]> {
  const rows = await tx.execute<Row>(sql`
    select distinct on (a.id, m.person_id) a.id::text activity_id, m.person_id::text, m.id::text mandate_id, a.number,
      a.title, a.place, a.content, a.starts_at, a.session_id is not null sitting
    from mandates m join org_tree s on s.descendant_id in ${orgsOfMandate}
      join activities a on a.org_id = s.ancestor_id join orgs o on o.id = a.org_id
    where m.person_id = any(${sql.param([...people])}::int8[]) and a.state = 'planned'
      and not a.held_back and a.starts_at > ${now.toISOString()}::timestamptz and ${isInOffice(sql`a.on_day`)}
      and case when o.kind = 'district' then m.level = 'district'
        else (a.kind <> 'congress_session' and a.session_id is null) or m.level = 'township' end
      and not exists (select 1 from attendances t where t.activity_id = a.id and t.person_id = m.person_id)
    order by a.id, m.person_id, m.level, m.id`);
  return rows.map((row) => ({
    activityId: Number(row.activity_id),
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
    number: row.number,
    title: row.title,
    place: row.place,
    content: row.content,
    startsAt: new Date(row.starts_at),
    isSitting: row.sitting,
  }));
}

/** Calls them, each with a notice that the message of this key will prove. */
export async function insertLateCalls(
  tx: Tx,
  calls: readonly (LateCall & { readonly outboxKey: string })[],
): Promise<void> {
  if (calls.length === 0) return;
  await tx
    .insert(attendances)
    .values(calls.map(({ activityId, mandateId, personId }) => ({ activityId, mandateId, personId })));
  await tx
    .insert(notices)
    .values(
      calls.map(({ outboxKey, activityId, mandateId }) => ({
        activityId,
        mandateId,
        way: "chat" as const,
        outboxKey,
      })),
    )
    .onConflictDoNothing();
}
