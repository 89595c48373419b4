import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Level } from "#src/domain/requests/mandate.ts";
import type { Tx } from "../client.ts";
import { isRunning } from "./in-office.ts";

/** SQL: the record `r` stands, and its person sat in the congress of this level on that day, under whatever seat. */
export const isDone = (level: SQL): SQL => sql`(r.state in ('confirmed', 'verified') and exists (
  select 1 from mandates m where m.person_id = r.person_id and m.level = ${level} and ${isRunning(sql`r.starts_on`)}))`;

/** A stretch of somebody's time in one congress, both ends included. */
export type DoneStretch = {
  readonly personId: number;
  readonly level: Level;
  readonly from: Day;
  readonly to: Day;
};

/** How many records there are of each kind. */
export type DoneCounts = Readonly<Partial<Record<DutyKind, number>>>;

/** What was done in each of these stretches, in the order given: standing records by kind. */
export async function countDone(tx: Tx, stretches: readonly DoneStretch[]): Promise<DoneCounts[]> {
  if (stretches.length === 0) return [];
  const list = (pick: (one: DoneStretch) => string | number) => sql.param(stretches.map(pick));
  const rows = await tx.execute<{ counts: string }>(sql`
    select coalesce((select json_object_agg(kind, n) from (select r.kind, count(*) n from duty_records r
        where r.person_id = v.person_id and r.starts_on between v.from_day and v.to_day and ${isDone(sql`v.level`)}
        group by r.kind) k), '{}')::text counts
    from unnest(${list((one) => one.personId)}::int8[], ${list((one) => one.level)}::text[],
      ${list((one) => one.from)}::text[]::date[], ${list((one) => one.to)}::text[]::date[])
      with ordinality as v(person_id, level, from_day, to_day, nth)
    order by v.nth`);
  return rows.map((row) => JSON.parse(row.counts) as DoneCounts);
}
