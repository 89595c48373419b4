import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "./schema/index.ts";

/** A column of sealed values, and the columns by which its rows are known, in order. */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  readonly key: readonly { readonly name: string; readonly type: string }[];
};

/** The audit's seals are a chain of keyed hashes, no sealed values. */
const CHAIN = "audit";

/** Every column that holds values sealed with the field key, read from the schema, so that none can be forgotten. */
export function listSealedColumns(): SealedColumn[] {
  return Object.values(schema).flatMap((table) => (is(table, PgTable) ? sealedColumnsOf(table) : []));
}

function sealedColumnsOf(table: PgTable): SealedColumn[] {
  const { name, columns, primaryKeys } = getTableConfig(table);
  if (name === CHAIN) return [];
  const keyed = [...columns.filter((one) => one.primary), ...primaryKeys.flatMap((one) => one.columns)];
  const key = keyed.map((one) => ({ name: one.name, type: one.getSQLType() }));
  return columns
    .filter((one) => one.getSQLType() === "bytea")
    .map((one) => ({ table: name, column: one.name, key }));
}
