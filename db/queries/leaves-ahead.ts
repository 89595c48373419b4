import { sql } from "drizzle-orm";
import type { AttendedKind } from "#src/domain/activity.ts";
import type { Tx } from "../client.ts";
import {
  PENDING_COLUMNS,
  PENDING_TABLES,
  type PendingLeave,
  type PendingRow,
  toPendingLeave,
} from "./pending-leave.ts";

/** A wish for leave from what has not begun, with what says who decides on it. */
export type LeaveAhead = PendingLeave & {
  readonly name: string;
  readonly requestedAt: Date;
  readonly activity: {
    readonly id: number;
    readonly orgId: number;
    readonly kind: AttendedKind;
    readonly convenerId: number | null;
  };
};

type Row = PendingRow & {
  readonly name: string;
  readonly requested_at: string;
  readonly activity_id: string;
  readonly org_id: string;
  readonly kind: AttendedKind;
  readonly convener_id: string | null;
};

/** All wishes that wait of what begins after one instant and before another, soonest first. */
export async function listLeavesAhead(tx: Tx, after: Date, before: Date): Promise<LeaveAhead[]> {
  const rows = await tx.execute<Row>(sql`
    select ${PENDING_COLUMNS}, p.name, l.requested_at, a.id::text activity_id, a.org_id::text, a.kind, a.convener_id::text
    from ${PENDING_TABLES}
    where l.state = 'pending' and a.state = 'planned' and a.starts_at > ${after.toISOString()}::timestamptz
      and a.starts_at < ${before.toISOString()}::timestamptz
    order by a.starts_at, a.id, l.id`);
  return rows.map((row) => ({
    ...toPendingLeave(row),
    name: row.name,
    requestedAt: new Date(row.requested_at),
    activity: {
      id: Number(row.activity_id),
      orgId: Number(row.org_id),
      kind: row.kind,
      convenerId: row.convener_id === null ? null : Number(row.convener_id),
    },
  }));
}
