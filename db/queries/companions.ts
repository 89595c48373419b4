import { sql } from "drizzle-orm";
import type { FiledRecord } from "#src/domain/requests/report.ts";
import type { Tx } from "../client.ts";

/** Somebody who is said to have taken part, and what he or she says of it. */
export type Companion = {
  readonly personId: number;
  readonly name: string;
  readonly state: "named" | "confirmed" | "declined";
};

/** Who was named in a record. */
export async function listCompanions(tx: Tx, recordId: number): Promise<Companion[]> {
  const rows = await tx.execute<Omit<Companion, "personId"> & { person_id: string }>(sql`
    select c.person_id::text, p.name, c.state from record_companions c join people p on p.id = c.person_id
    where c.record_id = ${recordId}::int8 order by c.person_id`);
  return rows.map(({ person_id: personId, ...row }) => ({ ...row, personId: Number(personId) }));
}

/** Who is named in these records and has not decided, with the record. */
export async function listNamed(
  tx: Tx,
  recordIds: readonly number[],
): Promise<{ readonly personId: number; readonly record: FiledRecord }[]> {
  if (recordIds.length === 0) return [];
  const rows = await tx.execute<FiledRecord & { person_id: string }>(sql`
    select c.person_id::text, r.number, r.kind, r.starts_on::text date
    from record_companions c join duty_records r on r.id = c.record_id
    where c.record_id = any(${sql.param([...recordIds])}::int8[]) and c.state = 'named'
    order by c.record_id, c.person_id`);
  return rows.map(({ person_id: personId, ...record }) => ({ personId: Number(personId), record }));
}

/** Takes names out of a record. */
export async function deleteCompanions(
  tx: Tx,
  recordId: number,
  personIds: readonly number[],
): Promise<void> {
  if (personIds.length > 0)
    await tx.execute(sql`delete from record_companions where record_id = ${recordId}::int8
      and person_id = any(${sql.param([...personIds])}::int8[])`);
}

/** A share of a colleague's record that stands as a record of its own. */
export type StandingShare = {
  readonly id: number;
  readonly originId: number;
  readonly personId: number;
  readonly name: string;
  readonly mandateId: number;
  readonly record: FiledRecord;
};

/** Standing shares of these records. */
export async function listSharesOf(tx: Tx, originIds: readonly number[]): Promise<StandingShare[]> {
  if (originIds.length === 0) return [];
  const rows = await tx.execute<
    FiledRecord & { id: string; origin_id: string; person_id: string; name: string; mandate_id: string }
  >(sql`
    select r.id::text, r.shared_from::text origin_id, r.person_id::text, p.name, r.mandate_id::text, r.number, r.kind,
      r.starts_on::text date
    from duty_records r join people p on p.id = r.person_id
    where r.shared_from = any(${sql.param([...originIds])}::int8[]) and r.state in ('confirmed', 'verified')
    order by r.id`);
  return rows.map(({ id, origin_id, person_id, mandate_id, name, number, kind, date }) => ({
    id: Number(id),
    originId: Number(origin_id),
    personId: Number(person_id),
    name,
    mandateId: Number(mandate_id),
    record: { number, kind, date },
  }));
}
