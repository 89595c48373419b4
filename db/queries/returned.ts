import { sql } from "drizzle-orm";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Tx } from "../client.ts";

/** A record that was sent back and waits for its deputy, with who sent it back, and why. */
export type Returned = {
  readonly id: number;
  readonly mandateId: number;
  readonly number: string;
  readonly kind: DutyKind;
  readonly date: string;
  readonly place: string | null;
  readonly by: number | null;
  readonly reason: string;
};

type Row = Omit<Returned, "id" | "mandateId" | "by"> & {
  id: string;
  mandate_id: string;
  by: string | null;
  filed: number;
};

/**
 * Somebody's own records that were sent back and wait, newest first, locked. They are locked by id, as everywhere: two
 * that lock the same in different orders would wait for each other.
 */
export async function claimReturned(tx: Tx, personId: number): Promise<Returned[]> {
  const rows = await tx.execute<Row>(sql`
    select r.id::text, r.mandate_id::text, r.number, r.kind, r.starts_on::text date, r.place, b.by_person::text "by",
      coalesce(substr(b.after, 11), '') reason, extract(epoch from r.filed_at)::float8 filed
    from duty_records r left join lateral (select c.by_person, c.after from record_changes c
      where c.record_id = r.id and c.field = 'state' and c.after like 'returned:%' order by c.id desc limit 1) b on true
    where r.person_id = ${personId}::int8 and r.state = 'returned'
    order by r.id for update of r`);
  const newestFirst = rows.toSorted((a, b) => b.filed - a.filed || Number(b.id) - Number(a.id));
  return newestFirst.map(({ id, mandate_id, by, number, kind, date, place, reason }) => ({
    number,
    kind,
    date,
    place,
    reason,
    id: Number(id),
    mandateId: Number(mandate_id),
    by: by === null ? null : Number(by),
  }));
}
