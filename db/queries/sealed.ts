import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import type { SealedColumn } from "../sealed-columns.ts";
import { toHex } from "./hex.ts";

/** A sealed value and the key of its row, as text. */
export type SealedValue = { readonly key: readonly string[]; readonly value: Buffer };

const PAGE_ROWS = 500;
/** Files are large: a page ends before it weighs more than this, with one value at least. */
const PAGE_BYTES = 4_000_000;

/** The values of a column that follow a key, in the order of the key; none at the end. Their rows stay locked. */
export async function listSealedPage(
  tx: Tx,
  { table, column, key }: SealedColumn,
  after: readonly string[] | undefined,
): Promise<SealedValue[]> {
  const names = commas(key.map(({ name }) => sql.identifier(name)));
  const given = commas(key.map(({ type }, index) => sql`${after?.[index] ?? ""}::text::${sql.raw(type)}`));
  const beyond = after === undefined ? sql`true` : sql`(${names}) > (${given})`;
  const value = sql.identifier(column);
  const rows = await tx.execute<{ key: string; value: Buffer }>(sql`
    with page as (select ${names}, ${value} from ${sql.identifier(table)}
      where ${value} is not null and ${beyond} order by ${names} limit ${PAGE_ROWS} for update),
    weighed as (select *, sum(octet_length(${value})) over (order by ${names}) as weight from page)
    select json_build_array(${texts(key)})::text as key, ${value} as value from weighed
    where weight - octet_length(${value}) < ${PAGE_BYTES} order by ${names}`);
  return rows.map((row) => ({ key: JSON.parse(row.key) as string[], value: row.value }));
}

/** Puts new values in place of those with the same keys. */
export async function saveSealed(
  tx: Tx,
  { table, column, key }: SealedColumn,
  values: readonly SealedValue[],
): Promise<void> {
  if (values.length === 0) return;
  const lists = key.map((_, index) => sql`${sql.param(values.map((one) => one.key[index] ?? ""))}::text[]`);
  const bytes = sql`${sql.param(values.map((one) => toHex(one.value)))}::text[]`;
  const aliases = key.map((_, index) => sql.identifier(`k${index}`));
  const isSame = key.map(
    ({ name, type }, index) =>
      sql`t.${sql.identifier(name)} = v.${sql.identifier(`k${index}`)}::${sql.raw(type)}`,
  );
  await tx.execute(sql`
    update ${sql.identifier(table)} t set ${sql.identifier(column)} = v.bytes::bytea
    from unnest(${commas([...lists, bytes])}) as v(${commas([...aliases, sql.identifier("bytes")])})
    where ${sql.join(isSame, sql` and `)}`);
}

const commas = (parts: readonly Parameters<typeof sql.join>[0][number][]): SQL =>
  sql.join([...parts], sql`, `);
const texts = (key: SealedColumn["key"]): SQL =>
  commas(key.map(({ name }) => sql`${sql.identifier(name)}::text`));
