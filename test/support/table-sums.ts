import type { Sql, TransactionSql } from "postgres";

/**
 * A sum over every row of every table, as it is seen by one transaction. What a restore marks on purpose counts as
 * marked: messages that still waited may have been sent since.
 */
export async function sumTables(sql: Sql | TransactionSql): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const row = name === "outbox" ? MARKED : "t";
    const [found] = await sql.unsafe<{ sum: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(${row}::text, '|' order by ${row}::text)), '') as sum from ${name} t`,
    );
    sums[name] = found?.sum ?? "";
  }
  return sums;
}

const MARKED = `(to_jsonb(t) || jsonb_build_object('possible_repeat', possible_repeat or status in ('new', 'sending'), 'unsure', case when status in ('new', 'sending') then greatest(unsure, 1) else unsure end))`;
