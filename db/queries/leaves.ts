import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { leaves } from "../schema/activities.ts";

type Wish = Pick<
  typeof leaves.$inferInsert,
  "activityId" | "mandateId" | "personId" | "reason" | "note" | "late" | "requestedAt"
>;

/** What became of a wish, and where it is news, which row it is and the how many-th time it was wished for. */
export type AskedFor =
  | { readonly was: "stands" | "waits" }
  | { readonly was: "asked" | "asked-again"; readonly id: number; readonly wishes: number };

/**
 * Asks for leave, or asks again in place of a wish that waits or was refused. Leave that was granted stands as it is,
 * and so does a wish that waits and is only repeated.
 * A wish after a refusal keeps the refusal with it until it is decided anew: `isRefusal` goes by that.
 */
export async function askForLeave(tx: Tx, wish: Wish): Promise<AskedFor> {
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
        wishes: sql`${leaves.wishes} + 1`,
      },
      setWhere: sql`${leaves.state} <> 'approved'
        and (${leaves.state} <> 'pending' or ${leaves.reason} <> excluded.reason)`,
    })
    .returning({ id: leaves.id, wishes: leaves.wishes, decidedAt: leaves.decidedAt });
  if (row === undefined)
    return { was: (await findLeft(tx, { id: wish.activityId, mandateId: wish.mandateId })) ?? "stands" };
  const { id, wishes, decidedAt } = row;
  return { was: decidedAt === null ? "asked" : "asked-again", id, wishes };
}

/** Whether leave from an activity waits or was granted; undefined where there is none. */
export async function findLeft(
  tx: Tx,
  { id: activityId, mandateId }: { readonly id: number; readonly mandateId: number },
): Promise<"waits" | "stands" | undefined> {
  const isMeant = and(eq(leaves.activityId, activityId), eq(leaves.mandateId, mandateId));
  const [row] = await tx.select({ state: leaves.state }).from(leaves).where(isMeant);
  if (row?.state === "pending") return "waits";
  return row?.state === "approved" ? "stands" : undefined;
}

/** SQL: the leave `l` as the rules on absence see it; a wish that repeats a refused one does not undo the refusal. */
export const leaveThatCounts = sql`case when l.state = 'pending' and l.decided_at is not null then 'refused'
  else l.state end`;

/**
 * SQL: a leave is about the attendance of the activity `a`: its own, or that of the session it is a sitting of, unless
 * the deputy has said since asking that he or she comes to this sitting.
 */
export const isLeaveFrom = (leave: SQL, attendance: SQL): SQL => sql`(${leave}.activity_id = a.id
  or (${leave}.activity_id = a.session_id and not (${attendance}.answer is not distinct from 'coming'
    and ${attendance}.answered_at >= ${leave}.requested_at)))`;

/**
 * SQL: the leave of the attendance `t` from the activity `a`: its own, or else the one from the session it belongs to;
 * granted leave from the whole session goes before a wish about one sitting, and what was taken back hides nothing.
 */
export const leaveOf = sql`select w.state, w.decided_at from leaves w
  where ${isLeaveFrom(sql`w`, sql`t`)} and w.mandate_id = t.mandate_id
  order by w.state = 'approved' desc, w.state = 'withdrawn', w.activity_id = a.id desc limit 1`;

/** Grants leave that nobody asked for, for every seat of a person, in place of whatever stood. */
export async function grantLeave(
  tx: Tx,
  mandateIds: readonly number[],
  row: Omit<Wish, "mandateId"> & {
    readonly decidedBy: number;
    readonly decidedAt: Date;
    readonly decisionNote: string;
  },
): Promise<void> {
  const granted = { ...row, state: "approved" as const };
  await tx
    .insert(leaves)
    .values(mandateIds.map((mandateId) => ({ ...granted, mandateId })))
    .onConflictDoUpdate({
      target: [leaves.activityId, leaves.mandateId],
      set: { ...granted, wishes: sql`${leaves.wishes} + 1` },
    });
}

/** Grants leave from an activity that nobody asked for; returns the leaves. */
export async function grantLeaves(
  tx: Tx,
  activityId: number,
  to: readonly { readonly mandateId: number; readonly personId: number }[],
  by: { readonly actorId: number; readonly now: Date },
): Promise<readonly { readonly id: number; readonly personId: number; readonly wishes: number }[]> {
  const at = by.now.toISOString();
  const rows = await tx.execute<{ id: string; person_id: string; wishes: number }>(sql`
    insert into leaves (activity_id, mandate_id, person_id, reason, state, late, requested_at, decided_by, decided_at,
      decision_note)
    select ${activityId}::int8, x.m, x.p, 'other', 'approved', true, ${at}::timestamptz, ${by.actorId}::int8,
      ${at}::timestamptz, ''
    from unnest(${sql.param(to.map((one) => one.mandateId))}::int8[],
      ${sql.param(to.map((one) => one.personId))}::int8[]) as x(m, p)
    on conflict (activity_id, mandate_id) do update set reason = 'other', note = null, state = 'approved', late = true,
      requested_at = excluded.requested_at, decided_by = excluded.decided_by, decided_at = excluded.decided_at,
      decision_note = excluded.decision_note, wishes = leaves.wishes + 1
    returning id::text, person_id::text, wishes`);
  return rows.map(({ id, person_id: personId, wishes }) => ({
    id: Number(id),
    personId: Number(personId),
    wishes,
  }));
}

/** Decides on a wish for leave; how many decisions there have been on it by then. */
export async function markLeave(
  tx: Tx,
  id: number,
  decision: {
    readonly approved: boolean;
    readonly actorId: number;
    readonly note: string;
    readonly now: Date;
  },
): Promise<number> {
  const [row] = await tx.execute<{ decisions: number }>(sql`
    update leaves set decisions = decisions + 1, state = ${decision.approved ? "approved" : "refused"}, decided_by = ${decision.actorId}::int8,
      decided_at = ${decision.now.toISOString()}::timestamptz, decision_note = ${decision.note}
    where id = ${id}::int8 returning decisions`);
  return row?.decisions ?? 0;
}

/**
 * Lets wishes for leave from an activity, and from the sittings of a session, go: there is nothing left to be absent
 * from. Returns the people whose wishes they were.
 */
export async function dropPendingLeaves(tx: Tx, activityId: number): Promise<ReadonlySet<number>> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    update leaves set state = 'withdrawn' where state = 'pending'
      and activity_id in (select id from activities where id = ${activityId}::int8 or session_id = ${activityId}::int8)
    returning person_id::text`);
  return new Set(rows.map((row) => Number(row.person_id)));
}

/** A wish for leave that nobody has decided on, and the number of what it is from. */
export type PendingWish = {
  readonly personId: number;
  readonly mandateId: number;
  readonly name: string;
  readonly activity: string;
};

/** The wishes for leave from an activity, and from its sittings, that nobody has decided on. */
export async function listPendingWishes(tx: Tx, activityId: number): Promise<readonly PendingWish[]> {
  const rows = await tx.execute<{ person_id: string; mandate_id: string; name: string; number: string }>(sql`
    select l.person_id::text, l.mandate_id::text, p.name, a.number from leaves l
      join activities a on a.id = l.activity_id join people p on p.id = l.person_id
    where l.state = 'pending' and (a.id = ${activityId}::int8 or a.session_id = ${activityId}::int8)
    order by a.starts_at, p.id`);
  return rows.map((row) => ({
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
    name: row.name,
    activity: row.number,
  }));
}

/** Lets refusals of leave from an activity hold no longer: they were about another day, and a wish is a new one. */
export async function forgetRefusals(tx: Tx, activityId: number): Promise<void> {
  await tx.execute(sql`
    update leaves set decided_at = null
    where activity_id = ${activityId}::int8 and state <> 'approved' and decided_at is not null`);
}
