import type { Sql } from "postgres";
import { connect, type DatabaseAddress } from "#db/client.ts";
import { knownMigrations, migrateDatabase } from "#db/migrate.ts";
import { emptyDatabase } from "./database.ts";

type OldDatabase = Awaited<ReturnType<typeof emptyDatabase>>;

/** What stood in a database before it was brought up to date: each table's columns of then, and its rows in order. */
export type RowsOfThen = ReadonlyMap<string, { readonly columns: string; readonly rows: readonly string[] }>;

const tablesOf = async (sql: Sql): Promise<string[]> => {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  return tables.map((one) => one.name);
};

/** A database with the schema that the first `count` migrations made, and with `from`'s rows as far as it knew them. */
export async function openOldDatabase(from: DatabaseAddress, count: number): Promise<OldDatabase> {
  const old = await emptyDatabase();
  await migrateDatabase(old.address, knownMigrations().slice(0, count));
  const [source, target] = [
    connect(from, 1),
    connect(old.address, 1, { session_replication_role: "replica" }),
  ];
  try {
    for (const table of await tablesOf(target)) {
      const [all] = await source.unsafe<{ rows: string | null }[]>(
        `select json_agg(to_jsonb(t))::text as rows from ${table} t`,
      );
      const columns = await columnsOf(target, table);
      // What the table did not have then is left out.
      await target.unsafe(
        `insert into ${table} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
        [all?.rows ?? "[]"],
      );
    }
    await target.unsafe(`select setval(pg_get_serial_sequence(c.table_name, c.column_name),
      greatest(1, (xpath('/row/m/text()', query_to_xml(format('select max(%I) as m from %I', c.column_name, c.table_name),
        false, true, '')))[1]::text::bigint)) from information_schema.columns c
      where c.table_schema = 'public' and c.is_identity = 'YES'`);
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
  return old;
}

/** Reads every row as it stands, or, with `then`, the columns of then of the rows that there were. */
export async function readRows(address: DatabaseAddress, then?: RowsOfThen): Promise<RowsOfThen> {
  const sql = connect(address, 1);
  try {
    const read = new Map<string, { columns: string; rows: readonly string[] }>();
    for (const table of then?.keys() ?? (await tablesOf(sql))) {
      const columns = then?.get(table)?.columns ?? (await columnsOf(sql, table));
      const found = await sql.unsafe<{ row: string }[]>(
        `select (row(${columns}))::text as row from ${table} order by 1`,
      );
      read.set(table, { columns, rows: found.map((one) => one.row) });
    }
    return read;
  } finally {
    await sql.end();
  }
}

async function columnsOf(sql: Sql, table: string): Promise<string> {
  const found = await sql<{ name: string }[]>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`;
  return found.map((one) => `"${one.name}"`).join(", ");
}
