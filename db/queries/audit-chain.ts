import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";
import { findSetting, saveSetting } from "./settings.ts";

/** A line of the audit with everything a seal vouches for. */
export type ChainLine = {
  readonly id: number;
  /** What the line says, in one canonical text. */
  readonly words: string;
  readonly place: number | null;
  /** Lower-case hexadecimal. */
  readonly seal: string | null;
};

type Row = { id: string; words: string; place: string | null; seal: string | null };

const COLUMNS = sql`id::text, place::text, encode(seal, 'hex') seal,
  jsonb_build_array(id, extract(epoch from at)::text, actor_id, action, subject, subject_id)::text words`;

const toLine = (row: Row): ChainLine => ({
  id: Number(row.id),
  words: row.words,
  place: row.place === null ? null : Number(row.place),
  seal: row.seal,
});

/** Takes the lock that lets one process at a time seal, and lists the oldest lines without a seal. */
export async function claimUnsealed(tx: Tx, limit: number): Promise<ChainLine[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.audit'))`);
  const rows = await tx.execute<Row>(
    sql`select ${COLUMNS} from audit where seal is null order by audit.id limit ${limit}`,
  );
  return rows.map(toLine);
}

/** Sealed lines after a place, in the order of the chain. */
export async function listSealed(tx: Tx, after: number, limit: number): Promise<ChainLine[]> {
  const rows = await tx.execute<Row>(sql`
    select ${COLUMNS} from audit where place > ${after} order by audit.place limit ${limit}`);
  return rows.map(toLine);
}

/** How many lines have a seal or a place, wherever they say they stand. */
export async function countSealed(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int n from audit where seal is not null or place is not null`,
  );
  return row?.n ?? 0;
}

/** The seal in a place of the chain, in lower-case hexadecimal. */
export async function findSealAt(tx: Tx, place: number): Promise<string | undefined> {
  const [row] = await tx.execute<{ seal: string | null }>(
    sql`select encode(seal, 'hex') seal from audit where place = ${place}::int8`,
  );
  return row?.seal ?? undefined;
}

/** How many lines wait for their seal, and since when the oldest does. */
export async function countUnsealed(
  tx: Tx,
): Promise<{ readonly lines: number; readonly since: Date | null }> {
  const [row] = await tx.execute<{ lines: number; since: string | null }>(
    sql`select count(*)::int lines, min(at)::text since from audit where seal is null`,
  );
  const since = row?.since ?? null;
  return { lines: row?.lines ?? 0, since: since === null ? null : new Date(since) };
}

/** Puts seals on lines. */
export async function saveSeals(
  tx: Tx,
  seals: readonly { readonly id: number; readonly place: number; readonly seal: Buffer }[],
): Promise<void> {
  await tx.execute(sql`
    update audit a set place = t.place, seal = t.seal::bytea
    from unnest(${sql.param(seals.map((one) => one.id))}::int8[], ${sql.param(seals.map((one) => one.place))}::int8[],
      ${sql.param(seals.map((one) => toHex(one.seal)))}::text[]) as t(id, place, seal)
    where a.id = t.id and a.seal is null`);
}

/** Puts other seals in the places of the chain. */
export async function replaceSeals(
  tx: Tx,
  seals: readonly { readonly place: number; readonly seal: string }[],
): Promise<void> {
  await tx.execute(sql`
    update audit a set seal = decode(t.seal, 'hex')
    from unnest(${sql.param(seals.map((one) => one.place))}::int8[],
      ${sql.param(seals.map((one) => one.seal))}::text[]) as t(place, seal)
    where a.place = t.place`);
}

/** Takes all seals and places away, whatever they are. */
export async function dropSeals(tx: Tx): Promise<void> {
  await tx.execute(
    sql`update audit set place = null, seal = null where place is not null or seal is not null`,
  );
}

/** Where the chain was begun anew over lines that nothing vouches for, and up to which line. */
export async function listBreaks(tx: Tx): Promise<{ readonly on: Date; readonly upTo: number }[]> {
  const rows = await tx.execute<{ at: string; up_to: string }>(sql`
    select at::text, subject_id::text up_to from audit where action = 'audit.break' order by audit.id`);
  return rows.map((row) => ({ on: new Date(row.at), upTo: Number(row.up_to) }));
}

const HEAD = "audit.head";

/** The end of the chain as it was noted: place, seal, and a keyed hash over both. */
export const findHead = (tx: Tx): Promise<string | undefined> => findSetting(tx, HEAD);
/** Notes the end of the chain, in place of the note before. */
export const saveHead = (tx: Tx, head: string): Promise<void> => saveSetting(tx, HEAD, head);
