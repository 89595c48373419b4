import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { arrivedAt } from "./arrived-at.ts";

/**
 * Keeps notices of an activity, with `sittings` of a session's sittings too, from going out that nobody has tried to
 * send; returns the people who thus never hear of it: nothing about it, its session or its sittings was ever sent to
 * them, nobody told them by phone or on paper, and they have not answered.
 */
export async function suppressInvitations(
  tx: Tx,
  activityId: number,
  { sittings }: { readonly sittings: boolean },
): Promise<ReadonlySet<number>> {
  const held = await tx.execute<{ person_id: string }>(sql`
    with held as (
      update outbox o set status = 'suppressed', reason = 'called-off' from notices n
      where n.activity_id in (
          select id from activities where id = ${activityId}::int8 or (session_id = ${activityId}::int8 and ${sittings}::bool))
        and o.key = n.outbox_key and o.status = 'new' and o.attempts = 0
      returning n.mandate_id)
    select distinct m.person_id::text from held h join mandates m on m.id = h.mandate_id`);
  const people = held.map((row) => Number(row.person_id));
  const told = await listTold(tx, activityId, people);
  return new Set(people.filter((one) => !told.has(one)));
}

// A statement of its own: it sees what another process began to send meanwhile.
async function listTold(tx: Tx, activityId: number, people: readonly number[]): Promise<ReadonlySet<number>> {
  if (people.length === 0) return new Set();
  const rows = await tx.execute<{ person_id: string }>(sql`
    with about as (select b.id from activities a join activities b on b.id in (a.id, a.session_id) or b.session_id = a.id
      where a.id = ${activityId}::int8)
    select t.person_id::text from attendances t join about b on b.id = t.activity_id
    where t.person_id = any(${sql.param([...people])}::int8[]) and t.answered_at is not null
    union
    select m.person_id::text from notices n join about b on b.id = n.activity_id join mandates m on m.id = n.mandate_id
      left join outbox o on o.key = n.outbox_key
    where m.person_id = any(${sql.param([...people])}::int8[]) and (n.way <> 'chat' or n.delivered_at is not null
      or o.status in ('sending', 'sent') or o.attempts > 0)`);
  return new Set(rows.map((row) => Number(row.person_id)));
}

/**
 * Adds notices that staff gave by phone or on paper, each deputy and way once; one from before a move, or from before
 * the deputy was called again, proves nothing.
 */
export async function insertStaffNotices(
  tx: Tx,
  activityId: number,
  mandateIds: readonly number[],
  by: {
    readonly way: "phone" | "paper";
    readonly enteredBy: number;
    readonly at: Date;
    readonly since: Date;
  },
): Promise<void> {
  await tx.execute(sql`
    insert into notices (activity_id, mandate_id, way, delivered_at, entered_by)
    select ${activityId}::int8, x.m, ${by.way}, ${by.at.toISOString()}::timestamptz, ${by.enteredBy}::int8
    from unnest(${sql.param([...mandateIds])}::int8[]) as x(m)
    where not exists (select 1 from notices n where n.activity_id = ${activityId}::int8 and n.mandate_id = x.m
      and n.way = ${by.way} and n.delivered_at >= greatest(${by.since.toISOString()}::timestamptz, (
        select t.called_at from attendances t where t.activity_id = n.activity_id and t.mandate_id = x.m))
      and n.delivered_at <= ${by.at.toISOString()}::timestamptz)`);
}

/** Keeps with the notices when their messages were delivered: the messages themselves are erased in time. */
export async function keepDeliveries(tx: Tx, activityId: number): Promise<void> {
  await tx.execute(sql`update notices n set delivered_at = ${arrivedAt} from outbox o
    where n.activity_id = ${activityId}::int8 and o.key = n.outbox_key and n.delivered_at is null`);
}
