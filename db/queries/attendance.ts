import { sql } from "drizzle-orm";
import type { AttendanceStatus, LeaveState } from "#src/domain/activity.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Foretold } from "#src/domain/requests/foretold.ts";
import type { Tx } from "../client.ts";
import { isInOffice } from "./in-office.ts";
import { leaveOf } from "./leaves.ts";
import { isOutByRegister } from "./own-reports-of.ts";

/** One deputy whom an activity concerns. */
export type Attendee = {
  readonly personId: number;
  readonly mandateId: number;
  readonly name: string;
  /** The office's own number of the deputy, and the group: they tell people of one name apart. */
  readonly code: string | null;
  readonly group: string | null;
  /** The name of whoever marked it last. */
  readonly markedBy: string | null;
  readonly status: AttendanceStatus;
  /** How long he or she was there, where that is on record. */
  readonly minutes: number | null;
  /** By the deputy's own check-in he or she came. */
  readonly checkedIn: boolean;
  readonly leave: LeaveState | null;
  /** Leave was begun to be asked for, and why was never said. */
  readonly leaveBegun: boolean;
  readonly recordId: number | null;
  /** The mandate does not run or rests on that day: there is nothing to mark, and no duty to record. */
  readonly rests: boolean;
};

type Row = {
  person_id: string;
  mandate_id: string;
  name: string;
  code: string | null;
  group: string | null;
  marked_by: string | null;
  status: AttendanceStatus;
  minutes: number | null;
  checked_in: boolean;
  leave: LeaveState | null;
  leave_begun: boolean;
  record_id: string | null;
  rests: boolean;
};

/** Everybody whom an activity concerns, by name. */
export async function listAttendees(tx: Tx, activityId: number): Promise<Attendee[]> {
  const rows = await tx.execute<Row>(sql`
    select t.person_id::text, t.mandate_id::text, p.name, p.code, g.name "group",
      (select b.name from people b where b.id = t.marked_by) marked_by, t.status, t.minutes,
      t.checked_in_at is not null checked_in, l.state leave,
      coalesce(l.state, 'withdrawn') = 'withdrawn' and t.leave_begun_at is not null leave_begun, t.record_id::text,
      not ${isInOffice(sql`a.on_day`)} rests
    from attendances t join people p on p.id = t.person_id join activities a on a.id = t.activity_id
      join mandates m on m.id = t.mandate_id left join orgs g on g.id = m.group_id
      left join lateral (${leaveOf}) l on true
    where t.activity_id = ${activityId}::int8 order by p.id`);
  return rows.map((row) => ({
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
    name: row.name,
    code: row.code,
    group: row.group,
    markedBy: row.marked_by,
    status: row.status,
    minutes: row.minutes,
    checkedIn: row.checked_in,
    leave: row.leave,
    leaveBegun: row.leave_begun,
    recordId: row.record_id === null ? null : Number(row.record_id),
    rests: row.rests,
  }));
}

/** Writes down what became of deputies, and how long each was there; `corrected` where it had been final before. */
export async function markAttendance(
  tx: Tx,
  activityId: number,
  marks: readonly Pick<Attendee, "mandateId" | "status" | "minutes">[],
  by: { readonly actorId: number; readonly now: Date; readonly corrected: boolean },
): Promise<void> {
  await tx.execute(sql`
    update attendances t set status = x.s, minutes = x.n, marked_by = ${by.actorId}::int8,
      marked_at = ${by.now.toISOString()}::timestamptz, corrected = t.corrected or ${by.corrected}::bool
    from unnest(${sql.param(marks.map((one) => one.mandateId))}::int8[],
      ${sql.param(marks.map((one) => one.status))}::text[],
      ${sql.param(marks.map((one) => one.minutes))}::int4[]) as x(m, s, n)
    where t.activity_id = ${activityId}::int8 and t.mandate_id = x.m`);
}

/** Writes down how long an activity lasted, in minutes. */
export async function markLength(tx: Tx, activityId: number, minutes: number): Promise<void> {
  await tx.execute(sql`update activities set minutes = ${minutes}::int4 where id = ${activityId}::int8`);
}

/** A deputy's own answer to a notice; whoever stays away neither comes late nor leaves early. */
export async function markAnswer(
  tx: Tx,
  activityId: number,
  mandateId: number,
  answer: "coming" | "leave",
  now: Date,
): Promise<void> {
  await tx.execute(sql`update attendances set answer = ${answer}, answered_at = ${now.toISOString()}::timestamptz,
    leave_begun_at = null, foretold = case when ${answer} = 'coming' then foretold end,
    foretold_minutes = case when ${answer} = 'coming' then foretold_minutes end
    where activity_id = ${activityId}::int8 and mandate_id = ${mandateId}::int8`);
}

/** Keeps that a deputy began to ask for leave, whose ground is not known yet. */
export async function markLeaveBegun(
  tx: Tx,
  activityId: number,
  mandateId: number,
  now: Date,
): Promise<void> {
  await tx.execute(sql`update attendances set leave_begun_at = ${now.toISOString()}::timestamptz
    where activity_id = ${activityId}::int8 and mandate_id = ${mandateId}::int8`);
}

/** Keeps what a deputy said ahead of coming late or leaving early; true where it was not on record like that before. */
export async function markForetold(
  tx: Tx,
  activityId: number,
  mandateId: number,
  { how, minutes = null }: { readonly how: Foretold["how"]; readonly minutes?: number | null },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update attendances set foretold = ${how}, foretold_minutes = ${minutes}::int4
    where activity_id = ${activityId}::int8 and mandate_id = ${mandateId}::int8
      and (foretold is distinct from ${how} or foretold_minutes is distinct from ${minutes}::int4)
    returning 1`);
  return rows.length > 0;
}

/** Lets the answer 请假 go. When it was given stays: it proves that the deputy knew. */
export async function forgetLeaveAnswer(tx: Tx, activityId: number, mandateId: number): Promise<void> {
  await tx.execute(sql`update attendances set answer = null
    where activity_id = ${activityId}::int8 and mandate_id = ${mandateId}::int8 and answer = 'leave'`);
}

/**
 * Ties present deputies to the record they filed themselves of the same day and kind, or had from here before: the
 * register verifies it. What a deputy took back himself stays taken back; what the register took out comes back.
 */
export async function linkRecords(
  tx: Tx,
  activityId: number,
  mandateIds: readonly number[],
  kind: DutyKind,
  verified: { readonly by: number; readonly at: Date },
): Promise<void> {
  const theirs = sql`r.activity_id = ${activityId}::int8 and r.state = 'withdrawn'
    and r.mandate_id = any(${sql.param([...mandateIds])}::int8[])`;
  await tx.execute(sql`update duty_records r set state = 'verified'
    where ${theirs} and (r.source = 'activity' or ${isOutByRegister})`);
  await tx.execute(
    sql`update duty_records r set activity_id = null where ${theirs} and r.source <> 'activity'`,
  );
  await tx.execute(sql`
    update attendances t set record_id = r.id from activities a, duty_records r
    where a.id = ${activityId}::int8 and t.activity_id = a.id and t.record_id is null and r.mandate_id = t.mandate_id
      and t.mandate_id = any(${sql.param([...mandateIds])}::int8[]) and r.state in ('confirmed', 'verified')
      and r.kind = ${kind} and a.on_day between r.starts_on and r.ends_on
      and (r.activity_id = a.id or r.activity_id is null and not exists (
        select 1 from duty_records x where x.activity_id = a.id and x.mandate_id = t.mandate_id))`);
  await tx.execute(sql`
    update duty_records r set activity_id = t.activity_id, state = 'verified',
      verified_by = case r.state when 'verified' then r.verified_by else ${verified.by}::int8 end,
      verified_at = case r.state when 'verified' then r.verified_at else ${verified.at.toISOString()}::timestamptz end
    from attendances t where t.activity_id = ${activityId}::int8 and t.record_id = r.id
      and (r.activity_id is null or r.state = 'confirmed')
      and t.mandate_id = any(${sql.param([...mandateIds])}::int8[])`);
}

/** Ties present deputies to the records that were just made for them. */
export async function tieRecords(tx: Tx, activityId: number): Promise<void> {
  await tx.execute(sql`
    update attendances t set record_id = r.id from duty_records r
    where t.activity_id = ${activityId}::int8 and r.activity_id = t.activity_id and r.mandate_id = t.mandate_id
      and t.record_id is null and r.state <> 'withdrawn'`);
}

/** Unties deputies who were not there after all; a record that came from the register alone is withdrawn. */
export async function untieRecords(tx: Tx, activityId: number, mandateIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    update duty_records set state = 'withdrawn' where activity_id = ${activityId}::int8 and source = 'activity'
      and mandate_id = any(${sql.param([...mandateIds])}::int8[])`);
  await tx.execute(sql`update attendances set record_id = null where activity_id = ${activityId}::int8
    and mandate_id = any(${sql.param([...mandateIds])}::int8[])`);
}
