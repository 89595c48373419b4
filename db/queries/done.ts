import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Level } from "#src/domain/requests/mandate.ts";
import type { Tx } from "../client.ts";
import { isRunning } from "./in-office.ts";

/**
 * SQL: the record `r` counts as it does in the figures, and its person sat in the congress of this level on that day,
 * under whatever seat. What staff entered after `waitedSince` waits for the deputy's word.
 */
export const isDone = (level: SQL, waitedSince: Date): SQL => sql`(r.state in ('confirmed', 'verified')
  and (r.acknowledged_at is not null or r.entered_by is null or r.filed_at <= ${waitedSince.toISOString()}::timestamptz)
  and exists (
  select 1 from mandates m where m.person_id = r.person_id and m.level = ${level} and ${isRunning(sql`r.starts_on`)}))`;

/** A stretch of somebody's time in one congress, both ends included. */
export type DoneStretch = {
  readonly personId: number;
  readonly level: Level;
  readonly from: Day;
  readonly to: Day;
};

/** SQL: how many occasions the records `r` tell of: what was told twice is done once, as in the figures. */
export const TIMES_DONE: SQL = sql`count(distinct (r.kind, r.starts_on, r.occasion)) filter (where r.id is not null)`;

/** How often something of each kind was done. */
export type DoneCounts = Readonly<Partial<Record<DutyKind, number>>>;

/** What was done in each of these stretches, in the order given: occasions by kind. */
export async function countDone(
  tx: Tx,
  stretches: readonly DoneStretch[],
  waitedSince: Date,
): Promise<DoneCounts[]> {
  if (stretches.length === 0) return [];
  const list = (pick: (one: DoneStretch) => string | number) => sql.param(stretches.map(pick));
  const rows = await tx.execute<{ counts: string }>(sql`
    select coalesce((select json_object_agg(kind, n) from (select r.kind, ${TIMES_DONE} n from duty_records r
        where r.person_id = v.person_id and r.starts_on between v.from_day and v.to_day and ${isDone(sql`v.level`, waitedSince)}
        group by r.kind) k), '{}')::text counts
    from unnest(${list((one) => one.personId)}::int8[], ${list((one) => one.level)}::text[],
      ${list((one) => one.from)}::text[]::date[], ${list((one) => one.to)}::text[]::date[])
      with ordinality as v(person_id, level, from_day, to_day, nth)
    order by v.nth`);
  return rows.map((row) => JSON.parse(row.counts) as DoneCounts);
}
