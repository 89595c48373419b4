import { type SQL, sql } from "drizzle-orm";
import type { LeaveState } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { orgsOfMandate } from "./in-scope.ts";
import {
  PENDING_COLUMNS,
  PENDING_TABLES,
  type PendingLeave,
  type PendingRow,
  toPendingLeave,
} from "./pending-leave.ts";
import { isRoleHeld } from "./role-held.ts";

/**
 * Who decides: roles for kinds of activities, held at the activity's org or above it, or whoever called it, as long as
 * he or she still holds a role there.
 */
export type DecisionRights = {
  readonly actorId: number;
  readonly today: Day;
  readonly roles: readonly { readonly kind: string; readonly role: StaffRole }[];
  /** Kinds of activities on which the convener decides. */
  readonly ofConvener: readonly string[];
  readonly convenerRoles: readonly StaffRole[];
  /** Kinds of sittings on which whoever leads the deputy's own delegation decides, by one of these roles. */
  readonly ofDelegation: readonly string[];
  readonly delegationRoles: readonly StaffRole[];
};

/**
 * SQL: somebody may decide on the wish `l` for leave from the activity `a` by the mandate `m`: nobody on his or her own,
 * and on none from what was called off.
 */
export const isDecidable = ({
  actorId,
  today,
  roles,
  ofConvener,
  convenerRoles,
  ...delegation
}: DecisionRights): SQL => sql`(a.state <> 'cancelled' and l.person_id <> ${actorId}::int8
      and ((a.convener_id = ${actorId}::int8 and a.kind = any(${sql.param([...ofConvener])}::text[])
          and exists (select 1 from org_tree t join staff_roles r on r.org_id = t.ancestor_id
            where t.descendant_id = a.org_id and r.person_id = ${actorId}::int8 and ${isRoleHeld(today)}
              and r.role = any(${sql.param([...convenerRoles])}::text[])))
        or exists (select 1 from org_tree t join staff_roles r on r.org_id = t.ancestor_id
          join unnest(${sql.param(roles.map((one) => one.kind))}::text[],
            ${sql.param(roles.map((one) => one.role))}::text[]) as d(kind, role)
            on d.role = r.role and d.kind = a.kind
          where t.descendant_id = a.org_id and r.person_id = ${actorId}::int8 and ${isRoleHeld(today)})
        or (a.kind = any(${sql.param([...delegation.ofDelegation])}::text[]) and exists (
          select 1 from org_tree t join staff_roles r on r.org_id = t.ancestor_id
          where t.descendant_id in ${orgsOfMandate} and r.person_id = ${actorId}::int8 and ${isRoleHeld(today)}
            and r.role = any(${sql.param([...delegation.delegationRoles])}::text[])))))`;

/**
 * Wishes of deputies of a name that wait and that somebody may decide on, of one activity if it is named, locked. What
 * is not his or hers to decide reads like what does not exist.
 */
export async function claimDecidableLeaves(
  tx: Tx,
  name: string,
  activity: string | undefined,
  rights: DecisionRights,
): Promise<PendingLeave[]> {
  const which = activity === undefined ? sql`true` : sql`a.number = ${activity}`;
  const rows = await tx.execute<PendingRow>(sql`
    select ${PENDING_COLUMNS} from ${PENDING_TABLES}
    where p.name = ${name} and l.state = 'pending' and ${which}
      and ${isDecidable(rights)}
    order by a.starts_at for update of l`);
  return rows.map(toPendingLeave);
}

/** Of these mandates those from whose attendance of an activity somebody may grant leave, whether asked for or not. */
export async function listGrantable(
  tx: Tx,
  activityId: number,
  mandateIds: readonly number[],
  rights: DecisionRights,
): Promise<ReadonlySet<number>> {
  if (mandateIds.length === 0) return new Set();
  const rows = await tx.execute<{ mandate_id: string }>(sql`
    select l.mandate_id::text from attendances l join activities a on a.id = l.activity_id
      join mandates m on m.id = l.mandate_id
    where a.id = ${activityId}::int8 and l.mandate_id = any(${sql.param([...mandateIds])}::int8[])
      and ${isDecidable(rights)}`);
  return new Set(rows.map((row) => Number(row.mandate_id)));
}

/** True where somebody of one of these names waits for leave himself or herself. */
export async function hasOwnPendingLeave(
  tx: Tx,
  names: readonly string[],
  personId: number,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from leaves l join people p on p.id = l.person_id
    where l.person_id = ${personId}::int8 and p.name = any(${sql.param([...names])}::text[]) and l.state = 'pending' limit 1`);
  return rows.length > 0;
}

/** A wish for leave that somebody has decided on, and who did. */
export type DecidedLeave = {
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
  readonly state: Exclude<LeaveState, "pending">;
  readonly by: string | null;
};

/**
 * The wish of somebody of a name that was decided on or taken back last, of those that the asker could have decided on.
 */
export async function findDecidedLeave(
  tx: Tx,
  wanted: {
    readonly name: string;
    readonly activity: string | undefined;
    readonly leave: number | undefined;
  },
  rights: DecisionRights,
): Promise<DecidedLeave | undefined> {
  const { name, activity = null, leave = null } = wanted;
  const [row] = await tx.execute<Omit<DecidedLeave, "startsAt"> & { starts_at: string }>(sql`
    select a.number, a.title, a.place, a.starts_at, l.state, d.name by
    from leaves l join people p on p.id = l.person_id join activities a on a.id = l.activity_id
      join mandates m on m.id = l.mandate_id left join people d on d.id = l.decided_by
    where p.name = ${name} and l.state <> 'pending' and ${isDecidable(rights)}
      and (${activity}::text is null or a.number = ${activity}::text)
      and (${leave}::int8 is null or l.id = ${leave}::int8)
    order by coalesce(l.decided_at, l.requested_at) desc limit 1`);
  return row === undefined ? undefined : { ...row, startsAt: new Date(row.starts_at) };
}
