import { and, eq, type SQL, sql } from "drizzle-orm";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { leaves } from "../schema/activities.ts";
import { orgsOfMandate } from "./in-scope.ts";
import { isRoleHeld } from "./role-held.ts";

type Wish = Pick<
  typeof leaves.$inferInsert,
  "activityId" | "mandateId" | "personId" | "reason" | "note" | "late" | "requestedAt"
>;

/**
 * Asks for leave, or asks again in place of a wish that waits or was refused. Leave that was granted stands as it is,
 * and so does a wish that waits and is only repeated.
 * A wish after a refusal keeps the refusal with it until it is decided anew: `isRefusal` goes by that.
 */
export async function askForLeave(tx: Tx, wish: Wish): Promise<"asked" | "asked-again" | "stands" | "waits"> {
  const [row] = await tx
    .insert(leaves)
    .values(wish)
    .onConflictDoUpdate({
      target: [leaves.activityId, leaves.mandateId],
      set: {
        state: "pending",
        reason: wish.reason,
        note: wish.note ?? null,
        late: wish.late ?? false,
        requestedAt: wish.requestedAt,
      },
      setWhere: sql`${leaves.state} <> 'approved'
        and (${leaves.state} <> 'pending' or ${leaves.reason} <> excluded.reason)`,
    })
    .returning({ decidedAt: leaves.decidedAt });
  if (row === undefined) return (await isPending(tx, wish)) ? "waits" : "stands";
  return row.decidedAt === null ? "asked" : "asked-again";
}

async function isPending(tx: Tx, { activityId, mandateId }: Wish): Promise<boolean> {
  const isMeant = and(eq(leaves.activityId, activityId), eq(leaves.mandateId, mandateId));
  const [row] = await tx.select({ state: leaves.state }).from(leaves).where(isMeant);
  return row?.state === "pending";
}

/** SQL: the leave `l` as the rules on absence see it; a wish that repeats a refused one does not undo the refusal. */
export const leaveThatCounts = sql`case when l.state = 'pending' and l.decided_at is not null then 'refused'
  else l.state end`;

/**
 * SQL: the leave of the attendance `t` from the activity `a`: its own, or else the one from the session it belongs to;
 * granted leave from the whole session goes before a wish about one sitting.
 */
export const leaveOf = sql`select w.state, w.decided_at from leaves w
  where w.activity_id in (a.id, a.session_id) and w.mandate_id = t.mandate_id
  order by w.state = 'approved' desc, w.activity_id = a.id desc limit 1`;

/** Grants leave that nobody asked for, in place of whatever stood. */
export async function grantLeave(
  tx: Tx,
  row: Wish & { readonly decidedBy: number; readonly decidedAt: Date; readonly decisionNote: string },
): Promise<void> {
  const granted = { ...row, state: "approved" as const };
  await tx
    .insert(leaves)
    .values(granted)
    .onConflictDoUpdate({ target: [leaves.activityId, leaves.mandateId], set: granted });
}

/** A wish for leave that waits for a decision. */
export type PendingLeave = {
  readonly id: number;
  readonly number: string;
  readonly personId: number;
  readonly mandateId: number;
  readonly reason: LeaveReason;
};

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
  const rows = await tx.execute<{
    id: string;
    number: string;
    person_id: string;
    mandate_id: string;
    reason: LeaveReason;
  }>(sql`
    select l.id::text, a.number, l.person_id::text, l.mandate_id::text, l.reason
    from leaves l join people p on p.id = l.person_id join activities a on a.id = l.activity_id
      join mandates m on m.id = l.mandate_id
    where p.name = ${name} and l.state = 'pending' and ${which}
      and ${isDecidable(rights)}
    order by a.starts_at for update of l`);
  return rows.map((row) => ({
    id: Number(row.id),
    number: row.number,
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
    reason: row.reason,
  }));
}

/** True where somebody of this name waits for leave himself or herself. */
export async function hasOwnPendingLeave(tx: Tx, name: string, personId: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from leaves l join people p on p.id = l.person_id
    where l.person_id = ${personId}::int8 and p.name = ${name} and l.state = 'pending' limit 1`);
  return rows.length > 0;
}

/** Decides on a wish for leave. */
export async function markLeave(
  tx: Tx,
  id: number,
  decision: {
    readonly approved: boolean;
    readonly actorId: number;
    readonly note: string;
    readonly now: Date;
  },
): Promise<void> {
  await tx.execute(sql`
    update leaves set state = ${decision.approved ? "approved" : "refused"}, decided_by = ${decision.actorId}::int8,
      decided_at = ${decision.now.toISOString()}::timestamptz, decision_note = ${decision.note}
    where id = ${id}::int8`);
}

/** Lets wishes for leave from an activity go: there is nothing left to be absent from. */
export async function dropPendingLeaves(tx: Tx, activityId: number): Promise<void> {
  await tx.execute(sql`
    update leaves set state = 'withdrawn' where activity_id = ${activityId}::int8 and state = 'pending'`);
}
