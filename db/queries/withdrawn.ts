import { sql } from "drizzle-orm";
import type { Counts } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Tx } from "../client.ts";

/** A record that its deputy took back. */
export type Withdrawn = {
  readonly id: number;
  readonly mandateId: number;
  readonly number: string;
  readonly kind: DutyKind;
  readonly date: string;
  /** Of several days the last. */
  readonly end: string;
  readonly place: string | null;
  readonly counts: Counts;
  readonly filedAt: Date;
  /** It had been sent back and not been put right before it was taken back. */
  readonly wasReturned: boolean;
};

type Row = Omit<Withdrawn, "id" | "mandateId" | "filedAt" | "wasReturned"> & {
  id: string;
  mandate_id: string;
  filed_at: string;
  was_returned: boolean;
};

/**
 * Somebody's own records that he or she took back and that are still out, locked: those of these numbers, or those that
 * were taken back last, if nothing else was since.
 */
export async function claimWithdrawn(
  tx: Tx,
  personId: number,
  numbers: readonly string[] | null,
): Promise<Withdrawn[]> {
  const named = numbers === null ? null : sql.param([...numbers]);
  const rows = await tx.execute<Row>(sql`
    with taken as (select a.subject_id, a.at, a.action from audit a
      where a.actor_id = ${personId}::int8 and a.action in ('report.withdraw', 'opinion.withdraw', 'suggestion.withdraw')),
    last as (select at, action from taken order by at desc, action desc limit 1)
    select r.id::text, r.mandate_id::text, r.number, r.kind, r.starts_on::text date, r.ends_on::text "end", r.place,
      r.counts, r.filed_at::text filed_at,
      -- What its deputy put right since stands again, and only its field is traced; files, and what a share takes over
      -- from a colleague's record, put nothing right.
      coalesce((select c.field = 'state' and c.after like 'returned%' from record_changes c where c.record_id = r.id
        and case when c.field = 'state' then c.after not like 'withdrawn%'
          else c.field <> 'files' and c.by_person = r.person_id end
        order by c.id desc limit 1), false) was_returned
    from duty_records r
    where r.person_id = ${personId}::int8 and r.state = 'withdrawn' and r.source in ('chat', 'staff')
      -- What was denied, or gave way to a register, was not taken back by its deputy.
      and coalesce((select c.after from record_changes c where c.record_id = r.id and c.field = 'state'
        order by c.id desc limit 1), '') not like 'withdrawn:%'
      and case when ${named}::text[] is null then exists (select 1 from taken t join last l on l.at = t.at
          where l.action = 'report.withdraw' and t.action = 'report.withdraw' and t.subject_id = r.id)
        else r.number = any(${named}::text[])
          and exists (select 1 from taken t where t.action = 'report.withdraw' and t.subject_id = r.id) end
    order by r.id for update of r`);
  return rows.map(({ id, mandate_id, filed_at, was_returned, ...row }) => ({
    ...row,
    id: Number(id),
    mandateId: Number(mandate_id),
    filedAt: new Date(filed_at),
    wasReturned: was_returned,
  }));
}

// Opinions that were taken back by themselves stay so.
const cameAlong = (recordIds: readonly number[]) => sql`o.state = 'withdrawn'
  and o.record_id = any(${sql.param([...recordIds])}::int8[])
  and not exists (select 1 from audit a where a.action = 'opinion.withdraw' and a.subject_id = o.id
    and a.actor_id = o.person_id)`;

/** The numbers of the opinions that were taken back with these records. */
export async function listWithdrawnWith(tx: Tx, recordIds: readonly number[]): Promise<string[]> {
  const rows = await tx.execute<{ number: string }>(sql`
    select o.number from opinions o where ${cameAlong(recordIds)} order by o.id`);
  return rows.map((row) => row.number);
}

/** Registers these opinions again; how to reach whoever brought them was erased, and stays so. */
export async function restoreOpinionsWith(tx: Tx, recordIds: readonly number[]): Promise<void> {
  await tx.execute(sql`update opinions o set state = 'registered' where ${cameAlong(recordIds)}`);
}
