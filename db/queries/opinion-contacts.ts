import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { isOpinionIn } from "./figures/opinion-counts.ts";
import { toHex } from "./hex.ts";

/** Keeps sealed contact data with the opinions of these numbers. */
export async function insertContacts(
  tx: Tx,
  rows: readonly { readonly number: string; readonly contact: Buffer }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into opinion_contacts (opinion_id, contact, created_at)
    select o.id, t.contact, ${now.toISOString()}::timestamptz
    from unnest(${sql.param(rows.map((row) => row.number))}::text[],
      ${sql.param(rows.map((row) => toHex(row.contact)))}::text[]::bytea[]) as t(number, contact)
      join opinions o on o.number = t.number`);
}

/** Who asks for contact data: what he or she brought, and what lies in the subtrees looked after. */
export type ContactReader = {
  /** Null for whoever exercises no mandate. */
  readonly deputyId: number | null;
  readonly scope: readonly number[];
  /** Also what belongs nowhere, where the scope is everything there is. */
  readonly office: boolean;
};

const mayFollow = ({ deputyId, scope, office }: ContactReader): SQL => sql`(o.state <> 'withdrawn'
  and (o.person_id = ${deputyId}::int8 or ${isOpinionIn(scope, office)}))`;

/** Of these numbers, those of standing opinions that the reader may follow up and that have contact data. */
export async function listContactNumbers(
  tx: Tx,
  numbers: readonly string[],
  reader: ContactReader,
): Promise<string[]> {
  const rows = await tx.execute<{ number: string }>(sql`
    select o.number from opinions o where o.number = any(${sql.param([...numbers])}::text[]) and ${mayFollow(reader)}
      and exists (select 1 from opinion_contacts c where c.opinion_id = o.id)`);
  return rows.map((row) => row.number);
}

/** A standing opinion that the reader may follow up, with its sealed contact data; null where none was left. */
export async function findContact(
  tx: Tx,
  number: string,
  reader: ContactReader,
): Promise<{ readonly id: number; readonly contact: Buffer | null } | undefined> {
  const [row] = await tx.execute<{ id: string; contact: Buffer | null }>(sql`
    select o.id::text, c.contact from opinions o left join opinion_contacts c on c.opinion_id = o.id
    where o.number = ${number} and ${mayFollow(reader)}`);
  return row === undefined ? undefined : { ...row, id: Number(row.id) };
}

/** Erases the contact data of opinions: they were taken back, or their matter is closed. */
export async function deleteContacts(tx: Tx, opinionIds: readonly number[]): Promise<void> {
  await tx.execute(
    sql`delete from opinion_contacts where opinion_id = any(${sql.param([...opinionIds])}::int8[])`,
  );
}
