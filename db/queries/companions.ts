import { sql } from "drizzle-orm";
import type { SimilarRecord } from "#src/domain/requests/report.ts";
import type { Tx } from "../client.ts";
import type { DutyRecord } from "./duty-records.ts";

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
): Promise<{ readonly personId: number; readonly record: SimilarRecord }[]> {
  if (recordIds.length === 0) return [];
  const rows = await tx.execute<SimilarRecord & { person_id: string }>(sql`
    select c.person_id::text, r.number, r.kind, r.starts_on::text date, r.place, r.counts
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
  readonly record: SimilarRecord;
  /** Staff have verified it: its owner can change it no more. */
  readonly verified: boolean;
};

/** A colleague's record in which somebody took part. */
export type StandingOrigin = Omit<StandingShare, "id" | "originId">;

/** Standing shares of these records. */
export async function listSharesOf(tx: Tx, originIds: readonly number[]): Promise<StandingShare[]> {
  if (originIds.length === 0) return [];
  const rows = await tx.execute<
    SimilarRecord & {
      id: string;
      origin_id: string;
      person_id: string;
      name: string;
      mandate_id: string;
      verified: boolean;
    }
  >(sql`
    select r.id::text, r.shared_from::text origin_id, r.person_id::text, p.name, r.mandate_id::text, r.number, r.kind,
      r.starts_on::text date, r.place, r.counts, r.state = 'verified' verified
    from duty_records r join people p on p.id = r.person_id
    where r.shared_from = any(${sql.param([...originIds])}::int8[]) and r.state in ('confirmed', 'verified')
    order by r.id`);
  return rows.map(({ id, origin_id, person_id, mandate_id, name, verified, ...record }) => ({
    id: Number(id),
    originId: Number(origin_id),
    personId: Number(person_id),
    name,
    mandateId: Number(mandate_id),
    record,
    verified,
  }));
}

/**
 * The colleague's record that one is a share of, or that its deputy said yes to and that was one occasion with it; as
 * it stands.
 */
export async function findOrigin(
  tx: Tx,
  { id, personId, sharedFrom, startsOn, kind, occasion }: DutyRecord,
): Promise<StandingOrigin | undefined> {
  const [row] = await tx.execute<
    SimilarRecord & { person_id: string; mandate_id: string; name: string; verified: boolean }
  >(sql`
    select o.person_id::text, o.mandate_id::text, p.name, o.number, o.kind, o.starts_on::text date, o.place, o.counts,
      o.state = 'verified' verified
    from (select ${sharedFrom}::int8 id union
      select r.id from record_companions c join duty_records r on r.id = c.record_id
      where c.person_id = ${personId}::int8 and c.state = 'confirmed' and r.starts_on = ${startsOn}::date
        and r.kind = ${kind} and r.occasion = ${occasion}) f
      join duty_records o on o.id = f.id join people p on p.id = o.person_id
    where o.state in ('confirmed', 'verified') and o.id <> ${id}::int8
    order by o.id limit 1`);
  if (row === undefined) return undefined;
  const { person_id, mandate_id, name, verified, ...record } = row;
  return { personId: Number(person_id), mandateId: Number(mandate_id), name, record, verified };
}
