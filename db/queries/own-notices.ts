import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { type NoticeKey, type RaisedRow, toRaised } from "./absence-notices.ts";

/** The activity that an absence is of, as people call it. */
export type AbsentFrom = {
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
};

/** A notice that stands about somebody's absence. */
export type StandingNotice = NoticeKey &
  AbsentFrom & {
    readonly id: number;
    /** The how many-th time it was raised. */
    readonly raised: number;
    readonly createdAt: Date;
    /** When the deputy was told, as far as that is noted with the notice already. */
    readonly toldAt: Date | null;
    /** An objection to this absence waits for the office. */
    readonly waits: boolean;
    /** The words of what was objected last to this absence, under whichever notice. */
    readonly objection: Buffer | null;
    /** When the office decided on that. */
    readonly decidedAt: Date | null;
  };

type Row = RaisedRow & {
  created_at: string;
  told_at: string | null;
  waits: boolean;
  objection: Buffer | null;
  last_decided_at: string | null;
  number: string;
  title: string;
  place: string | null;
  starts_at: string;
};

/** The notices that stand about a deputy's own absences, locked, by the day of the activity. */
export const claimOwnNotices = (tx: Tx, personId: number): Promise<StandingNotice[]> =>
  readOwnNotices(tx, personId, sql`for update of n`);

/** The same for who only looks. */
export const listOwnNotices = (tx: Tx, personId: number): Promise<StandingNotice[]> =>
  readOwnNotices(tx, personId, sql``);

async function readOwnNotices(tx: Tx, personId: number, lock: SQL): Promise<StandingNotice[]> {
  const rows = await tx.execute<Row>(sql`
    select n.id::text, n.raised, n.rule, n.mandate_id::text, n.activity_id::text, n.level, n.created_at, n.told_at,
      a.number, a.title, a.place, a.starts_at, exists (select 1 from absence_notices o
        where o.mandate_id = n.mandate_id and o.activity_id = n.activity_id
          and o.objected_at is not null and o.objection_decided_at is null) waits,
      l.objection, l.last_decided_at
    from absence_notices n join activities a on a.id = n.activity_id
      left join lateral (select o.objection, o.objection_decided_at last_decided_at from absence_notices o
        where o.mandate_id = n.mandate_id and o.activity_id = n.activity_id and o.objection is not null
        order by o.objected_at desc, o.id desc limit 1) l on true
    where n.person_id = ${personId}::int8 and n.withdrawn_at is null
    order by a.starts_at, n.id ${lock}`);
  return rows.map((row) => ({
    ...toRaised(row),
    createdAt: new Date(row.created_at),
    toldAt: row.told_at === null ? null : new Date(row.told_at),
    waits: row.waits,
    objection: row.objection,
    decidedAt: row.last_decided_at === null ? null : new Date(row.last_decided_at),
    number: row.number,
    title: row.title,
    place: row.place,
    startsAt: new Date(row.starts_at),
  }));
}
