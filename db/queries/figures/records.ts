import { type SQL, sql } from "drizzle-orm";
import type { Counts } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { RecordLine } from "#src/domain/figures/figure-view.ts";
import type { Tx } from "../../client.ts";
import { type CountedFilter, isCounted, isOfReached, withReach } from "./counted.ts";

type Row = {
  number: string;
  kind: DutyKind;
  date: string;
  name: string;
  place: string | null;
  counts: Counts;
  verified: boolean;
  unconfirmed: boolean;
  files: number;
};

const filesOf = sql`(select count(*)::int4 from attachments a where a.record_id = r.id)`;

/** A page of so many records in all. */
type PageOf = { readonly limit: number; readonly offset: number; readonly total: number };

// A page of the latter half is nearer from the end.
function nearest({ limit, offset, total }: PageOf): SQL {
  const left = total - offset;
  return left > 0 && left < offset
    ? sql`order by r.starts_on, r.id limit ${Math.min(limit, left)} offset ${Math.max(0, left - limit)}`
    : sql`order by r.starts_on desc, r.id desc limit ${limit} offset ${offset}`;
}

/** The records behind a figure, of which there are `total`, newest first. */
export async function listCounted(tx: Tx, filter: CountedFilter, page: PageOf): Promise<RecordLine[]> {
  // What a line shows is read for the lines of the page alone.
  const rows = await tx.execute<Row>(sql`${withReach(filter)}, page as (
      select r.id from duty_records r where ${isCounted(filter)} and ${isOfReached(filter)}
        and r.mandate_id in (select m.id from reach m) ${nearest(page)})
    select r.number, r.kind, r.starts_on::text date, p.name, r.place, r.counts, r.state = 'verified' verified,
      r.entered_by is not null and r.acknowledged_at is null unconfirmed, ${filesOf} files
    from page join duty_records r on r.id = page.id join people p on p.id = r.person_id
    order by r.starts_on desc, r.id desc`);
  return [...rows];
}

/** These records as a list shows them, in the order of the numbers' days. The caller has looked whether they may be seen. */
export async function listByNumber(tx: Tx, numbers: readonly string[]): Promise<RecordLine[]> {
  const rows = await tx.execute<Row>(sql`
    select r.number, r.kind, r.starts_on::text date, p.name, r.place, r.counts, r.state = 'verified' verified,
      r.entered_by is not null and r.acknowledged_at is null unconfirmed, ${filesOf} files
    from duty_records r join people p on p.id = r.person_id
    where r.number = any(${sql.param([...numbers])}::text[]) order by r.starts_on, r.id`);
  return [...rows];
}

/** How many of the records that count were made of a suggestion or motion that was submitted here. */
export async function countSubmitted(tx: Tx, filter: CountedFilter): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`${withReach(filter)}
    select count(*)::int4 n from reach m join duty_records r on r.mandate_id = m.id
    where r.suggestion_id is not null and ${isCounted(filter)}`);
  return row?.n ?? 0;
}
