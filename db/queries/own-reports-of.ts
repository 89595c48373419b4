import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Tx } from "../client.ts";

/** What the trace of a record says that the register took out of the figures. */
export const BY_REGISTER = "withdrawn: by register";

/** SQL: the record `r` was taken out by the register, and nothing became of it since. */
export const isOutByRegister: SQL = sql`(select c.after from record_changes c
  where c.record_id = r.id and c.field = 'state' order by c.id desc limit 1) = ${BY_REGISTER}`;

/** A record that a deputy, or staff in his or her name, reported of an organised activity. */
export type OwnReport = {
  readonly id: number;
  readonly number: string;
  readonly personId: number;
  readonly mandateId: number;
};

/**
 * Standing records of an activity that its register did not make, of these mandates, locked: those that are tied to it,
 * and, before its register is final, those of its day and kind.
 */
export async function claimOwnReports(
  tx: Tx,
  { id, onDay, state }: { readonly id: number; readonly onDay: Day; readonly state: string },
  mandateIds: readonly number[],
  kind: DutyKind,
): Promise<OwnReport[]> {
  const rows = await tx.execute<{ id: string; number: string; person_id: string; mandate_id: string }>(sql`
    select r.id::text, r.number, r.person_id::text, r.mandate_id::text from duty_records r
    where r.mandate_id = any(${sql.param([...mandateIds])}::int8[]) and r.source <> 'activity'
      and (r.activity_id = ${id}::int8 and r.state in ('confirmed', 'verified', 'returned')
        or ${state !== "final"}::bool and r.activity_id is null and r.state in ('confirmed', 'returned')
          and r.kind = ${kind} and r.starts_on = ${onDay}::date and r.ends_on = r.starts_on)
    order by r.id for update`);
  return rows.map((row) => ({
    id: Number(row.id),
    number: row.number,
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
  }));
}
