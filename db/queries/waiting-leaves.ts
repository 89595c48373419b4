import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { type DecisionRights, isDecidable } from "./leave-decisions.ts";
import {
  PENDING_COLUMNS,
  PENDING_TABLES,
  type PendingLeave,
  type PendingRow,
  toPendingLeave,
} from "./pending-leave.ts";
import { isStillToDecide } from "./still-to-decide.ts";

/** Which wishes are meant: those of these names or of anybody, from one activity or from any, or these very ones. */
export type WhichLeaves = {
  readonly names: readonly string[] | "everybody";
  readonly activity: string | undefined;
  readonly ids?: readonly number[];
};

/** A wish that waits, with whose it is. */
export type WaitingLeave = PendingLeave & {
  readonly activityId: number;
  readonly name: string;
  /** The register of the activity, or of its session or a sitting of it, is final: a decision changes it. */
  readonly settled: boolean;
};

type Row = PendingRow & { readonly activity_id: string; readonly name: string; readonly settled: boolean };

const isMeant = ({ names, activity, ids }: WhichLeaves): SQL => {
  const ofNames = names === "everybody" ? sql`true` : sql`p.name = any(${sql.param([...names])}::text[])`;
  const ofActivity = activity === undefined ? sql`true` : sql`a.number = ${activity}`;
  const these = ids === undefined ? sql`true` : sql`l.id = any(${sql.param([...ids])}::int8[])`;
  return sql`${isStillToDecide} and ${ofNames} and ${ofActivity} and ${these}`;
};

/**
 * Wishes that wait and that somebody may decide on, soonest activity first, locked, and before them what they are leave
 * from: nobody makes a register final or calls it off past them. What is not his or hers to decide reads like what does
 * not exist.
 */
export async function claimWaitingLeaves(
  tx: Tx,
  which: WhichLeaves,
  rights: DecisionRights,
): Promise<WaitingLeave[]> {
  const wished = sql`(select a.id from leaves l join people p on p.id = l.person_id
      join activities a on a.id = l.activity_id join mandates m on m.id = l.mandate_id
    where ${isMeant(which)} and ${isDecidable(rights)})`;
  await tx.execute(sql`
    select 1 from activities h where h.id in ${wished} or h.session_id in ${wished} order by h.id for share`);
  const rows = await tx.execute<Row>(sql`
    select ${PENDING_COLUMNS}, l.activity_id::text, p.name, a.state = 'final' or exists (select 1 from activities s
      where s.state = 'final' and (s.session_id = a.id or s.id = a.session_id)) settled
    from ${PENDING_TABLES}
    where ${isMeant(which)} and ${isDecidable(rights)}
    order by a.starts_at, a.id, l.id for update of l`);
  return rows.map((row) => ({
    ...toPendingLeave(row),
    activityId: Number(row.activity_id),
    name: row.name,
    settled: row.settled,
  }));
}

/** Decides on wishes for leave alike; by wish, how many decisions there have been on it by then. */
export async function markLeaves(
  tx: Tx,
  ids: readonly number[],
  decision: {
    readonly approved: boolean;
    readonly actorId: number;
    readonly note: string;
    readonly now: Date;
  },
): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.execute<{ id: string; decisions: number }>(sql`
    update leaves set decisions = decisions + 1, state = ${decision.approved ? "approved" : "refused"},
      decided_by = ${decision.actorId}::int8, decided_at = ${decision.now.toISOString()}::timestamptz,
      decision_note = ${decision.note}
    where id = any(${sql.param([...ids])}::int8[]) returning id::text, decisions`);
  return new Map(rows.map((row) => [Number(row.id), row.decisions]));
}

/** Lets the answers 请假 of these wishes go. When each was given stays: it proves that the deputy knew. */
export async function forgetLeaveAnswers(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.execute(sql`
    update attendances t set answer = null from leaves l where l.id = any(${sql.param([...ids])}::int8[])
      and t.activity_id = l.activity_id and t.mandate_id = l.mandate_id and t.answer = 'leave'`);
}
