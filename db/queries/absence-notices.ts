import { sql } from "drizzle-orm";
import type { Citation } from "#src/domain/citation.ts";
import type { Tx } from "../client.ts";
import type { FoundActivity } from "./activities.ts";

/** What makes a notice about an absence the same notice. */
export type NoticeKey = {
  readonly rule: string;
  readonly mandateId: number;
  readonly activityId: number;
  readonly level: number;
};

/** A notice as it stands: which row it is, and the how many-th time it was raised. */
export type Notice = NoticeKey & {
  readonly id: number;
  readonly raised: number;
  /** Raised as a case for the office; null of what an older program raised. */
  readonly strike: boolean | null;
};

/** The columns that say which notice a row is. */
export type RaisedRow = {
  id: string;
  raised: number;
  rule: string;
  mandate_id: string;
  activity_id: string;
  level: number;
};

type Row = RaisedRow & { strike: boolean | null };

/** Which notice a row is. */
export const toRaised = (row: RaisedRow): Omit<Notice, "strike"> => ({
  id: Number(row.id),
  raised: row.raised,
  rule: row.rule,
  mandateId: Number(row.mandate_id),
  activityId: Number(row.activity_id),
  level: row.level,
});

const toNotice = (row: Row): Notice => ({ ...toRaised(row), strike: row.strike });

/** The notices that stand about the activities of these mandates. */
export async function listStandingNotices(tx: Tx, mandateIds: readonly number[]): Promise<readonly Notice[]> {
  const rows = await tx.execute<Row>(sql`
    select id::text, raised, rule, mandate_id::text, activity_id::text, level, strike
    from absence_notices
    where mandate_id = any(${sql.param([...mandateIds])}::int8[]) and withdrawn_at is null
    order by absence_notices.id`);
  return rows.map(toNotice);
}

/** A notice about to be raised, with the rule as it is quoted. */
export type NewNotice = NoticeKey & {
  readonly personId: number;
  readonly cite: Citation;
  readonly strike: boolean;
};

/**
 * Raises notices, also ones that were withdrawn before; returns those that did not stand until now. An objection that
 * nobody has decided on waits on.
 */
export async function raiseNotices(
  tx: Tx,
  rows: readonly NewNotice[],
  now: Date,
): Promise<readonly Notice[]> {
  if (rows.length === 0) return [];
  const list = <T>(pick: (row: NewNotice) => T) => sql.param(rows.map(pick));
  const raised = await tx.execute<Row>(sql`
    insert into absence_notices (rule, mandate_id, person_id, activity_id, level, strike, cite, created_at)
    select r, m, p, a, l, s::bool, c::jsonb, ${now.toISOString()}::timestamptz from unnest(${list((row) => row.rule)}::text[],
      ${list((row) => row.mandateId)}::int8[], ${list((row) => row.personId)}::int8[],
      ${list((row) => row.activityId)}::int8[], ${list((row) => row.level)}::int4[],
      ${list((row) => String(row.strike))}::text[], ${list((row) => JSON.stringify(row.cite))}::text[]) as t(r, m, p, a, l, s, c)
    on conflict (rule, mandate_id, activity_id, level) do update
      set withdrawn_at = null, raised = absence_notices.raised + 1, told_at = null, told_way = null, told_by = null,
        strike = excluded.strike, cite = excluded.cite, created_at = excluded.created_at,
        objected_at = case when absence_notices.objection_decided_at is null then absence_notices.objected_at end,
        objection = case when absence_notices.objection_decided_at is null then absence_notices.objection end,
        objection_decided_at = null, handled_at = null, handled_by = null, handling = null
      where absence_notices.withdrawn_at is not null
    returning id::text, raised, rule, mandate_id::text, activity_id::text, level, strike`);
  return raised.map(toNotice);
}

/** A notice that was taken back, with whom and what it was about: the activity may be called off by then. */
export type Withdrawn = Notice & {
  readonly personId: number;
  readonly name: string;
  readonly activity: Pick<FoundActivity, "number" | "title" | "place" | "startsAt">;
};

type WithdrawnRow = Row & {
  person_id: string;
  name: string;
  number: string;
  title: string;
  place: string | null;
  starts_at: string;
};

/** Takes notices back whose ground is gone; returns those that stood until now. */
export async function withdrawNotices(
  tx: Tx,
  ids: readonly number[],
  now: Date,
): Promise<readonly Withdrawn[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<WithdrawnRow>(sql`
    update absence_notices n set withdrawn_at = ${now.toISOString()}::timestamptz
    from activities a, people p
    where n.id = any(${sql.param([...ids])}::int8[]) and n.withdrawn_at is null and a.id = n.activity_id
      and p.id = n.person_id
    returning n.id::text, n.raised, n.rule, n.mandate_id::text, n.activity_id::text, n.level, n.strike, n.person_id::text, p.name,
      a.number, a.title, a.place, a.starts_at`);
  return rows.map((row) => ({
    ...toNotice(row),
    personId: Number(row.person_id),
    name: row.name,
    activity: {
      number: row.number,
      title: row.title,
      place: row.place,
      startsAt: new Date(row.starts_at),
    },
  }));
}
