import { sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";

/** How many files a record or an opinion has, by its number. */
export async function countAttached(tx: Tx, number: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int4 n from attachments a
    where a.record_id = (select r.id from duty_records r where r.number = ${number})
      or a.opinion_id = (select o.id from opinions o where o.number = ${number})`);
  return row?.n ?? 0;
}

/**
 * Ties files of a conversation that belong to nothing yet to a record or an opinion, by its number; returns how many.
 * Ids of anybody else's files tie nothing.
 */
export async function tieFiles(
  tx: Tx,
  conversation: Address,
  ids: readonly string[],
  number: string,
): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx.execute(sql`
    update attachments a set record_id = (select r.id from duty_records r where r.number = ${number}),
      opinion_id = (select o.id from opinions o where o.number = ${number})
    where a.id = any(${sql.param([...ids])}::text[]) and a.conversation = ${conversation}
      and a.record_id is null and a.opinion_id is null and a.submission_id is null returning 1`);
  return rows.length;
}

/** The number of the duty record that somebody has by a suggestion. */
export async function findRecordOf(
  tx: Tx,
  suggestion: string,
  personId: number,
): Promise<string | undefined> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select r.number from suggestions s join duty_records r on r.suggestion_id = s.id
    where s.number = ${suggestion} and r.person_id = ${personId}::int8 and r.state <> 'withdrawn'`);
  return row?.number;
}

/** A file that lies on a record. */
export type Attached = { readonly id: string; readonly name: string };

/** The files that lie on a record, in the order in which they came. */
export async function listAttached(tx: Tx, recordId: number): Promise<Attached[]> {
  const rows = await tx.execute<Attached>(sql`
    select id, name from attachments where record_id = ${recordId}::int8 order by created_at, id`);
  return [...rows];
}

/** The number of somebody's own standing record on which a file was put last, later than `since`. */
export async function findAttachedLast(tx: Tx, personId: number, since: Date): Promise<string | undefined> {
  const [row] = await tx.execute<{ number: string }>(sql`
    select r.number from duty_records r join attachments a on a.record_id = r.id
    where r.person_id = ${personId}::int8 and r.state not in ('withdrawn', 'draft')
      and a.created_at > ${since.toISOString()}::timestamptz
    order by a.created_at desc, a.id desc limit 1`);
  return row?.number;
}

/** Takes files off a record: they belong to nothing then. Returns how many lay on it. */
export async function untieFiles(tx: Tx, recordId: number, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx.execute(sql`
    update attachments set record_id = null
    where record_id = ${recordId}::int8 and id = any(${sql.param([...ids])}::text[]) returning 1`);
  return rows.length;
}
