import type { Sql, TransactionSql } from "postgres";

/** Names of the migrations a database has had, in their order; none where it had none yet. */
export async function listMigrations(sql: Sql | TransactionSql): Promise<string[]> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (table?.["exists"] !== true) return [];
  const rows = await sql<{ name: string }[]>`select name from drizzle.__drizzle_migrations order by id`;
  return rows.map((row) => row.name);
}
