import { sql } from "drizzle-orm";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { LeftOut } from "#src/domain/requests/verify.ts";
import type { Tx } from "../../client.ts";
import { isOf, type Whose } from "./counted.ts";

/** A record of somebody the staff look after, locked for a decision. */
export type ScopedRecord = {
  readonly id: number;
  readonly number: string;
  readonly kind: DutyKind;
  readonly date: string;
  readonly personId: number;
  readonly name: string;
  readonly state: "draft" | "confirmed" | "verified" | "returned" | "withdrawn";
  /** The person asking is its owner or was named in it. */
  readonly own: boolean;
  /** The deputy's word on what staff entered is still awaited. */
  readonly waiting: boolean;
  /** The name of whoever verified it. */
  readonly verifiedBy: string | null;
  /** The name of whoever sent it back last. */
  readonly returnedBy: string | null;
};

type Row = Omit<ScopedRecord, "id" | "personId" | "verifiedBy" | "returnedBy"> & {
  id: string;
  person_id: string;
  verified_by: string | null;
  returned_by: string | null;
};

/** Records of these numbers within somebody's subtrees, locked in one order. Others are as if they were not there. */
export async function claimScopedRecords(
  tx: Tx,
  numbers: readonly string[],
  whose: Whose,
  { actorId, waitedSince }: { readonly actorId: number; readonly waitedSince: Date },
): Promise<ScopedRecord[]> {
  const rows = await tx.execute<Row>(sql`
    select r.id::text, r.number, r.kind, r.starts_on::text date, r.person_id::text, p.name, r.state,
      r.person_id = ${actorId}::int8 or exists (select 1 from record_companions c
        where c.record_id = r.id and c.person_id = ${actorId}::int8) own,
      r.entered_by is not null and r.acknowledged_at is null
        and r.filed_at > ${waitedSince.toISOString()}::timestamptz waiting,
      (select v.name from people v where v.id = r.verified_by) verified_by,
      (select b.name from record_changes c join people b on b.id = c.by_person where c.record_id = r.id
        and c.field = 'state' and c.after like 'returned:%' order by c.id desc limit 1) returned_by
    from duty_records r join mandates m on m.id = r.mandate_id join people p on p.id = r.person_id
    where r.number = any(${sql.param([...numbers])}::text[]) and ${isOf(whose)}
    order by r.id for update of r`);
  return rows.map(({ person_id, verified_by, returned_by, ...row }) => ({
    ...row,
    id: Number(row.id),
    personId: Number(person_id),
    verifiedBy: verified_by,
    returnedBy: returned_by,
  }));
}

/** Verifies records. */
export async function markVerified(
  tx: Tx,
  ids: readonly number[],
  byPerson: number,
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    update duty_records set state = 'verified', verified_by = ${byPerson}::int8, verified_at = ${at.toISOString()}::timestamptz
    where id = any(${sql.param([...ids])}::int8[])`);
}

/** Records still to be verified in a stretch, oldest first; not the asker's own, none that still waits. */
export async function listUnverified(
  tx: Tx,
  { from, to, kind, whose, place }: FigurePeriod & { kind?: DutyKind; whose: Whose; place?: string },
  { actorId, waitedSince }: { readonly actorId: number; readonly waitedSince: Date },
  limit: number,
  { people, numbers }: LeftOut = { people: [], numbers: [] },
): Promise<{ readonly numbers: string[]; readonly total: number }> {
  const rows = await tx.execute<{ number: string; total: string }>(sql`
    select r.number, (count(*) over ())::text total
    from duty_records r join mandates m on m.id = r.mandate_id
    where r.state = 'confirmed' and r.starts_on between ${from}::date and ${to}::date and ${isOf(whose)}
      and (${kind ?? null}::text is null or r.kind = ${kind ?? null}::text)
      and (${place ?? null}::text is null or position(${place ?? null}::text in r.place) > 0)
      and (r.entered_by is null or r.acknowledged_at is not null
        or r.filed_at <= ${waitedSince.toISOString()}::timestamptz)
      and r.person_id <> ${actorId}::int8 and not exists (select 1 from record_companions c
        where c.record_id = r.id and c.person_id = ${actorId}::int8)
      and r.number <> all(${sql.param([...numbers])}::text[])
      and r.person_id <> all(array(select p.id from people p where p.name = any(${sql.param([...people])}::text[])))
    order by r.starts_on, r.id limit ${limit}`);
  return { numbers: rows.map((row) => row.number), total: Number(rows[0]?.total ?? 0) };
}
