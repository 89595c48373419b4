import type { TransactionSql } from "postgres";

/** A table with the columns that a copy of it has. */
export type CopiedTable = { readonly name: string; readonly columns: readonly string[] };

// What is made of other tables is not copied: it is made again.
const DERIVED = ["figure_cells", "figure_months", "figure_repeats", "figure_shares", "stale_months"];

/** All tables that hold what nothing else tells, each after those it refers to, so that they can be filled in this order. */
export async function listTablesInOrder(tx: TransactionSql): Promise<CopiedTable[]> {
  const columns = await tx<{ name: string; columns: string[] }[]>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
      and table_name <> all(${DERIVED})
    group by table_name order by table_name`;
  const references = await tx<{ from_table: string; to_table: string }[]>`
    select c.conrelid::regclass::text as from_table, c.confrelid::regclass::text as to_table
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and n.nspname = 'public' and c.conrelid <> c.confrelid`;
  const done: CopiedTable[] = [];
  let left = columns.map(({ name, columns: own }) => ({ name, columns: own }));
  while (left.length > 0) {
    const waiting = new Set(left.map((one) => one.name));
    const ready = left.filter(
      ({ name }) => !references.some((one) => one.from_table === name && waiting.has(one.to_table)),
    );
    if (ready.length === 0) throw new TypeError("tables refer to each other in a circle");
    done.push(...ready);
    left = left.filter((one) => !ready.includes(one));
  }
  return done;
}

/** Sequences with the last number each gave. */
export const listSequences = (tx: TransactionSql): Promise<{ name: string; last: string | null }[]> =>
  tx<{ name: string; last: string | null }[]>`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = 'public' order by sequencename`;
