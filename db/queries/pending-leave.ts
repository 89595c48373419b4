import { type SQL, sql } from "drizzle-orm";
import type { LeaveReason } from "#src/domain/leave-reason.ts";

/** A wish for leave that waits for a decision. */
export type PendingLeave = {
  readonly id: number;
  readonly number: string;
  readonly personId: number;
  readonly mandateId: number;
  readonly reason: LeaveReason;
  /** Asked for after the beginning. */
  readonly late: boolean;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
  /** The office's own number of the deputy, and the group: they tell people of one name apart. */
  readonly code: string | null;
  readonly group: string | null;
};

/** Such a wish as it is read. */
export type PendingRow = {
  readonly id: string;
  readonly number: string;
  readonly person_id: string;
  readonly mandate_id: string;
  readonly reason: LeaveReason;
  readonly late: boolean;
  readonly title: string;
  readonly place: string | null;
  readonly starts_at: string;
  readonly code: string | null;
  readonly group: string | null;
};

/** SQL: the columns of a `PendingRow`. */
export const PENDING_COLUMNS: SQL = sql`l.id::text, a.number, l.person_id::text, l.mandate_id::text, l.reason, l.late, a.title,
  a.place, a.starts_at, p.code, g.name "group"`;

/** SQL: the wish `l`, whose it is `p`, what it is leave from `a`, and the mandate `m` with its group `g`. */
export const PENDING_TABLES: SQL = sql`leaves l join people p on p.id = l.person_id
  join activities a on a.id = l.activity_id join mandates m on m.id = l.mandate_id
  left join orgs g on g.id = m.group_id`;

/** What a row says. */
export const toPendingLeave = (row: PendingRow): PendingLeave => ({
  id: Number(row.id),
  number: row.number,
  personId: Number(row.person_id),
  mandateId: Number(row.mandate_id),
  reason: row.reason,
  late: row.late,
  title: row.title,
  place: row.place,
  startsAt: new Date(row.starts_at),
  code: row.code,
  group: row.group,
});
