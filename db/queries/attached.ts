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
